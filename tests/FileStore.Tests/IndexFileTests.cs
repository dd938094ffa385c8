using System.Text;
using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

public sealed class IndexFileTests
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    [Fact]
    public async Task A_flipped_byte_in_an_index_changes_nothing()
    {
        var files = new RecordingFiles();
        List<string> expected = await FillAsync(files);
        var random = new Random(3);
        foreach (string path in Indexes(files))
        {
            byte[] original = files.ContentOf(path);
            for (int at = 0; at < original.Length; at++)
            {
                byte[] flipped = [.. original];
                flipped[at] ^= (byte)(1 << random.Next(8));
                files.Put(path, flipped);
                await CheckAsync(files, Small with { ReadOnly = true }, expected, $"{path} byte {at}");
            }

            files.Put(path, original);
        }
    }

    [Fact]
    public async Task A_shortened_or_foreign_index_is_made_anew()
    {
        var files = new RecordingFiles();
        List<string> expected = await FillAsync(files);
        string[] indexes = Indexes(files);
        var originals = indexes.ToDictionary(path => path, files.ContentOf);
        var random = new Random(4);
        foreach (string path in indexes)
        {
            byte[] original = originals[path];
            byte[] noise = new byte[original.Length];
            random.NextBytes(noise);
            byte[][] replacements =
            [
                [], new byte[1], new byte[139], new byte[140], new byte[original.Length], noise, original[..^1], [.. original, 0],
                original[..140], original[..(original.Length / 2)], [.. original[..140], .. noise[140..]],
                originals[indexes[0]], originals[indexes[^1]], Encoding.UTF8.GetBytes("DAYBKIDX, but no more than that"),
            ];
            foreach (byte[] replacement in replacements.Where(replacement => !replacement.SequenceEqual(original)))
            {
                files.Put(path, replacement);
                string when = $"{path} of {replacement.Length} bytes";
                await CheckAsync(files, Small with { ReadOnly = true }, expected, when);
                await CheckAsync(files, Small with { IndexCacheBytes = 0 }, expected, when);
                Assert.Equal(original, files.ContentOf(path));
            }
        }
    }

    [Fact]
    public async Task An_index_of_another_segment_with_the_same_number_is_not_used()
    {
        var files = new RecordingFiles();
        List<string> expected = await FillAsync(files);
        var others = new RecordingFiles();
        _ = await FillAsync(others);
        foreach (string path in Indexes(files))
        {
            files.Put(path, others.ContentOf(path));
        }

        await CheckAsync(files, Small, expected, "foreign indexes");
    }

    [Fact]
    public async Task Opening_reads_of_a_sealed_index_only_what_it_needs_and_the_rest_is_checked_at_first_use()
    {
        var files = new RecordingFiles();
        List<string> expected = await FillAsync(files);
        string path = Indexes(files)[0];
        byte[] original = files.ContentOf(path);
        int rest = new IndexHead(original).Size;
        foreach ((int at, int rebuilt) in new[] { (20, 1), (IndexFormat.HeaderSize, 1), (rest - 1, 1), (rest, 0), (original.Length - 1, 0) })
        {
            byte[] flipped = [.. original];
            flipped[at] ^= 1;
            files.Put(path, flipped);
            await using var store = FileEventStore.Open("/store", Small, files);
            Assert.Equal((at, rebuilt), (at, store.OpenReport.RebuiltIndexes));
            Assert.Equal(rebuilt == 0 ? flipped : original, files.ContentOf(path));
            Assert.Equal(expected, await StoreContent.ReadAsync(store));
            Assert.Equal(original, files.ContentOf(path));
        }
    }

    [Fact]
    public async Task A_sealed_segment_that_is_damaged_with_its_index_is_reported_when_read()
    {
        var files = new RecordingFiles();
        _ = await FillAsync(files);
        string path = Indexes(files)[0];
        byte[] index = files.ContentOf(path);
        index[^1] ^= 1;
        files.Put(path, index);
        string log = Path.ChangeExtension(path, ".log");
        byte[] segment = files.ContentOf(log);
        segment[100] ^= 1;
        files.Put(log, segment);
        await using var store = FileEventStore.Open("/store", Small, files);
        CorruptEventException exception = await Assert.ThrowsAsync<CorruptEventException>(async () => _ = await store.ReadFeedAsync());
        Assert.Equal((log, (long)SegmentHeader.Size), (exception.File, exception.Position));
    }

    [Fact]
    public async Task An_index_that_goes_on_from_a_clean_close_is_as_one_made_from_the_segment()
    {
        var files = new RecordingFiles();
        for (int round = 0; round < 3; round++)
        {
            await using var store = FileEventStore.Open("/store", Small, files);
            for (int i = round; i < 90; i += 1 + round)
            {
                _ = await store.AppendTextAsync($"s{i}", "a", "b");
                using var batch = new AppendBatch();
                batch.Start($"k{i}", "category");
                batch.AddText("of a key", EventId.From($"k{i}", $"{round}"), schema: TestAppends.Other);
                _ = await store.AppendAsync(batch);
            }

            Assert.True(await store.DeleteStreamAsync($"s{60 + round}"));
        }

        string path = Assert.Single(Indexes(files));
        byte[] continued = files.ContentOf(path);
        files.Delete(path);
        await using (FileEventStore.Open("/store", Small, files))
        {
        }

        Assert.Equal(continued, files.ContentOf(path));
    }

    [Fact]
    public async Task Opening_and_closing_after_a_clean_close_writes_nothing()
    {
        var files = new RecordingFiles();
        _ = await FillAsync(files);
        files.Operations.Clear();
        await using (var store = FileEventStore.Open("/store", Small, files))
        {
            _ = await StoreContent.ReadAsync(store);
        }

        Assert.All(files.Operations, operation => Assert.Equal(DiskOperationKind.Publish, operation.Kind));
    }

    private static string[] Indexes(RecordingFiles files) =>
        [.. files.List("/store").Where(name => name.EndsWith(".idx", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => "/store/" + name)];

    private static async Task<List<string>> FillAsync(RecordingFiles files)
    {
        await using (var store = FileEventStore.Open("/store", Small, files))
        {
            for (int i = 0; i < 40; i++)
            {
                _ = await store.AppendTextAsync("long", "a", "b");
            }

            _ = await store.AppendTextAsync("gone", "1");
            _ = await store.AppendTextAsync("again", "1", "2");
            Assert.True(await store.DeleteStreamAsync("gone"));
            Assert.True(await store.DeleteStreamAsync("again"));
            _ = await store.AppendTextAsync("again", "3");
            using var batch = new AppendBatch();
            batch.Start("keyed", "category");
            batch.AddText("of a key", EventId.From("keyed", "key"), schema: TestAppends.Other);
            _ = await store.AppendAsync(batch);
            // Two of these fit in no segment together.
            _ = await store.AppendTextAsync("large", new string('l', 50_000));
            _ = await store.AppendTextAsync("large", new string('m', 50_000));
            _ = await store.AppendTextAsync("long", "c");
            Assert.True(await store.DeleteStreamAsync("large"));
            _ = await store.AppendTextAsync("last", "d");
        }

        await using var reopened = FileEventStore.Open("/store", Small, files);
        Assert.Equal((2, 0), (reopened.OpenReport.Segments, reopened.OpenReport.RebuiltIndexes));
        return await StoreContent.ReadAsync(reopened);
    }

    private static async Task CheckAsync(RecordingFiles files, FileStoreOptions options, List<string> expected, string when)
    {
        List<string> found;
        await using (var store = FileEventStore.Open("/store", options, files))
        {
            found = await StoreContent.ReadAsync(store);
        }

        Assert.True(expected.SequenceEqual(found), when);
    }
}
