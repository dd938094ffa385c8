using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>What is deleted while segments are rewritten stays so, whatever becomes of the record that says it.</summary>
public sealed class ChangesBesideCompactionTests
{
    private const string Directory = "/store";
    private readonly RecordingFiles _files = new();
    private readonly FileStoreOptions _options = new() { SegmentSize = 64 * 1024 };

    [Fact]
    public async Task A_stream_that_is_deleted_while_its_segment_is_rewritten_is_not_back_after_opening()
    {
        await using (var store = FileEventStore.Open(Directory, _options, _files))
        {
            _ = await store.AppendTextAsync("later", new string('l', 10_000));
            _ = await store.AppendTextAsync("gone", new string('g', 20_000));
            await FillAsync(store, "full", 2);
            Assert.True(await store.DeleteStreamAsync("gone"));
            await FillAsync(store, "filler", 2);

            bool hasDeleted = false;
            _files.BeforeFlush = file =>
            {
                if (!hasDeleted && IsRewritten(file))
                {
                    hasDeleted = true;

                    // The segment is written anew with the stream in it; the deletion stands in one that is full before the compaction ends.
                    Assert.True(store.DeleteStreamAsync("later").AsTask().GetAwaiter().GetResult());
                    FillAsync(store, "meanwhile", 3).GetAwaiter().GetResult();
                }
            };
            Assert.True((await store.CompactAsync(0)).RewrittenSegments > 0);
            Assert.True(hasDeleted);
        }

        await using var opened = FileEventStore.Open(Directory, _options, _files);
        Assert.Null(await opened.GetStreamInfoAsync("later"));
        Assert.Null(await opened.GetStreamInfoAsync("gone"));
        Assert.Equal(2, (await opened.GetStreamInfoAsync("full"))!.Version);
    }

    private bool IsRewritten(int file) =>
        _files.Operations.Exists(operation => operation.Kind == DiskOperationKind.Create && operation.File == file && operation.Name.EndsWith(".log.tmp", StringComparison.Ordinal));

    private static async Task FillAsync(FileEventStore store, string stream, int segments)
    {
        for (int i = 0; i < segments; i++)
        {
            _ = await store.AppendTextAsync(stream, new string('x', 50_000));
        }
    }
}
