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
