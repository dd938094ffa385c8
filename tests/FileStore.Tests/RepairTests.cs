using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class RepairTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024, Durability = Durability.Written };

    [Theory]
    [InlineData(21, false)]
    [InlineData(22, true)]
    public async Task From_a_sound_store_everything_is_salvaged(int seed, bool compacts)
    {
        using var directory = new TestDirectory();
        await using IEventStore memory = EventStores.Memory();
        var changes = new SameChanges(seed, copiesChains: false);
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            for (int i = 0; i < 400; i++)
            {
                await changes.MakeOneAsync(memory, store);
                if (compacts && i % 90 == 89)
                {
                    _ = await store.CompactAsync(0.3);
                }
            }
        }

        string salvaged = Path.Combine(directory.Path, "salvaged");
        FileStoreRepairReport report = await FileStoreRepair.SalvageAsync(directory.Store, salvaged);
        await using var repaired = FileEventStore.Open(salvaged, Small);
        Assert.Equal(await EventsAsync(memory), await EventsAsync(repaired));
        Assert.Empty(report.Losses);
    }

    [Fact]
    public async Task Behind_damage_the_rest_is_salvaged_and_what_is_missing_is_named()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            for (int i = 0; i < 10; i++)
            {
                _ = await store.AppendTextAsync("a", $"a{i} {new string('x', 300)}");
                _ = await store.AppendTextAsync("b", $"b{i}");
            }
        }

        string path = Path.Combine(directory.Store, "00000001.log");
        byte[] bytes = await File.ReadAllBytesAsync(path);
        int damaged = bytes.AsSpan().IndexOf("a4 "u8);
        bytes[damaged] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        string salvaged = Path.Combine(directory.Path, "salvaged");
        FileStoreRepairReport report = await FileStoreRepair.SalvageAsync(directory.Store, salvaged);
        Assert.Equal(2, report.Losses.Length);
        Assert.InRange(damaged, report.Losses[0].Position, report.Losses[0].Position + report.Losses[0].Length);
        Assert.Equal((path, "a", 4L, 1L), (report.Losses[1].File, report.Losses[1].StreamId, report.Losses[1].FirstSequence, report.Losses[1].Count));
        Assert.Equal((3, 19L), (report.Streams, report.Events));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
        await using var repaired = FileEventStore.Open(salvaged);
        Assert.Equal(4, (await repaired.ReadTextsAsync("a")).Count);
        Assert.Equal(10, (await repaired.ReadTextsAsync("b")).Count);
        StreamInfo rest = (await repaired.GetStreamInfoAsync("a~5"))!;
        Assert.Equal((5L, 10L, (await repaired.GetStreamInfoAsync("a"))!.Incarnation), (rest.FirstSequence, rest.Version, rest.Incarnation));
        Assert.StartsWith("a5 ", (await repaired.ReadTextsAsync("a~5", 5))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_group_that_defined_a_stream_the_index_knows_it()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            _ = await store.AppendTextAsync("a", "first");
            _ = await store.AppendTextAsync("a", "second");
        }

        string path = Path.Combine(directory.Store, "00000001.log");
        byte[] bytes = await File.ReadAllBytesAsync(path);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        FileStoreRepairReport report = await FileStoreRepair.SalvageAsync(directory.Store, Path.Combine(directory.Path, "with"));
        Assert.Equal((1, 1L, 2), (report.Streams, report.Events, report.Losses.Length));
        File.Delete(Path.Combine(directory.Store, "00000001.idx"));
        report = await FileStoreRepair.SalvageAsync(directory.Store, Path.Combine(directory.Path, "without"));
        Assert.Equal((0, 0L, 2), (report.Streams, report.Events, report.Losses.Length));
        Assert.Contains("which stream", report.Losses[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_segment_is_named()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            for (int i = 0; i < 6; i++)
            {
                _ = await store.AppendTextAsync("s", new string('s', 30_000));
            }
        }

        File.Delete(Path.Combine(directory.Store, "00000002.log"));
        _ = Assert.Throws<StoreFormatException>(() => FileEventStore.Open(directory.Store, Small));
        FileStoreRepairReport report = await FileStoreRepair.SalvageAsync(directory.Store, Path.Combine(directory.Path, "salvaged"));
        Assert.Equal((2, 4L), (report.Segments, report.Events));
        Assert.EndsWith("00000002.log", report.Losses[0].File, StringComparison.Ordinal);
        Assert.Equal(("s", 2L, 2L), (report.Losses[1].StreamId, report.Losses[1].FirstSequence, report.Losses[1].Count));
    }

    [Fact]
    public async Task A_target_that_is_not_empty_and_a_source_without_a_store_are_refused()
    {
        using var directory = new TestDirectory();
        await using (var store = FileEventStore.Open(directory.Store, Small))
        {
            _ = await store.AppendTextAsync("s", "1");
        }

        _ = await Assert.ThrowsAsync<StoreFormatException>(() => FileStoreRepair.SalvageAsync(directory.Store, directory.Store));
        _ = await Assert.ThrowsAsync<StoreFormatException>(() => FileStoreRepair.SalvageAsync(Path.Combine(directory.Path, "none"), Path.Combine(directory.Path, "new")));
    }

    // All but the offsets, which are the new store's own.
    private static async Task<List<string>> EventsAsync(IEventStore store) =>
        [.. (await FullContent.ReadAsync(store)).Where(static line => !line.StartsWith("end ", StringComparison.Ordinal)).Select(static line => char.IsAsciiDigit(line[0]) ? line[line.IndexOf(' ', StringComparison.Ordinal)..] : line)];
}
