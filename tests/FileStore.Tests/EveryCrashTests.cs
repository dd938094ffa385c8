using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>Short histories, and every disk that a power loss can make of them.</summary>
public sealed class EveryCrashTests(ITestOutputHelper output)
{
    // In a segment with texts of this length there is room for one short append.
    private const int AlmostSegment = 63_500;

    private readonly CrashHistory _history = new(new());

    [Fact]
    public async Task Appends_a_deletion_and_a_reopen()
    {
        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "a");
            await _history.AppendAsync(store, "b");
            await _history.AppendAsync(store, "a");
        }

        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "b");
            await _history.DeleteAsync(store, "b");
            await _history.AppendAsync(store, "b");
        }

        await CheckAsync(least: 200);
    }

    [Fact]
    public async Task A_roll_over_to_the_next_segment()
    {
        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "a", length: AlmostSegment / 2);
            await _history.AppendAsync(store, "a", length: AlmostSegment / 2);
            await _history.AppendAsync(store, "b");
            await _history.AppendAsync(store, "b", length: 1000);
            await _history.AppendAsync(store, "a");
        }

        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "b");
        }

        Assert.Contains(_history.Files.Operations, operation => operation.Name.EndsWith("00000002.log", StringComparison.Ordinal));
        await CheckAsync(least: 3000);
    }

    [Fact]
    public async Task Several_groups_in_one_flush()
    {
        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "a");
            using var isFlushing = new SemaphoreSlim(0);
            using var mayFlush = new SemaphoreSlim(0);
            _history.Files.Fault = operation =>
            {
                if (operation.Kind == DiskOperationKind.Flush)
                {
                    _ = isFlushing.Release();
                    mayFlush.Wait();
                }

                return null;
            };
            Task first = Task.Run(() => _history.AppendAsync(store, "b"));
            await isFlushing.WaitAsync();
            // They queue up in this order while the first one is on its way.
            Task[] others = [.. new[] { "a", "b", "a", "b" }.Select(stream => _history.AppendAsync(store, stream))];
            _history.Files.Fault = static _ => null;
            _ = mayFlush.Release();
            await first;
            await Task.WhenAll(others);
            await _history.AppendAsync(store, "a");
        }

        Assert.Equal(3, _history.Files.Operations.Count(operation => operation is { Kind: DiskOperationKind.Write, Position: > 64 }));
        await CheckAsync(least: 200);
    }

    [Fact]
    public async Task Appends_that_ask_for_no_flush()
    {
        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "a");
            await _history.AppendAsync(store, "a", Durability.Written);
            await _history.AppendAsync(store, "b", Durability.Written);
            await _history.AppendAsync(store, "a", Durability.Written);
            await _history.AppendAsync(store, "b");
            await _history.AppendAsync(store, "a", Durability.Written);
        }

        await CheckAsync(least: 200);
    }

    [Fact]
    public async Task A_flush_that_failed_and_what_comes_after()
    {
        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "a");
            _history.Files.Fault = static operation => operation.Kind == DiskOperationKind.Flush ? new IOException("broken") : null;
            _ = await Assert.ThrowsAsync<StoreFaultedException>(() => _history.AppendAsync(store, "a"));
        }

        _history.Files.Fault = static _ => null;
        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "b");
        }

        await CheckAsync(least: 200);
    }

    [Fact]
    public async Task The_power_fails_again_while_the_store_recovers()
    {
        await using (FileEventStore store = _history.Open())
        {
            _history.StartHere();
            await _history.AppendAsync(store, "a", Durability.Written);
            await _history.AppendAsync(store, "a");
        }

        await CheckAsync(least: 1000, depth: 1);
    }

    [Fact]
    public async Task A_truncation_and_a_replacement()
    {
        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "a");
            await _history.AppendAsync(store, "b");
            await _history.TruncateAsync(store, "a", 1);
            await _history.ReplaceAsync(store, "b", 0);
            await _history.ReplaceAsync(store, "b", 0);
            await _history.AppendAsync(store, "a");
            await _history.TruncateAsync(store, "b", 2);
        }

        await CheckAsync(least: 100);
    }

    [Fact]
    public async Task A_compaction()
    {
        await using (FileEventStore store = _history.Open())
        {
            await _history.AppendAsync(store, "a");
            await _history.AppendAsync(store, "b");
            await _history.AppendAsync(store, "c");
            await _history.ReplaceAsync(store, "a", 1);
            await _history.DeleteAsync(store, "b");
            await _history.TruncateAsync(store, "c", 1);
            _history.StartHere();
            await _history.CompactAsync(store);
            await _history.AppendAsync(store, "a");
        }

        Assert.Contains(_history.Files.Operations, operation => operation.OldName.EndsWith("00000001.log.tmp", StringComparison.Ordinal));
        await CheckAsync(least: 100);
    }

    [Fact]
    public async Task A_compaction_of_several_segments_that_lean_on_each_other()
    {
        await using (FileEventStore store = _history.Open())
        {
            // Each of the streams ends in another segment than it began.
            await _history.AppendAsync(store, "a");
            await _history.AppendAsync(store, "b");
            await _history.AppendAsync(store, "c", length: AlmostSegment - 2000);
            await _history.AppendAsync(store, "b", length: 3000);
            await _history.DeleteAsync(store, "b");
            await _history.TruncateAsync(store, "c", 2);
            await _history.ReplaceAsync(store, "a", 0);
            await _history.AppendAsync(store, "b");
            _history.StartHere();
            await _history.CompactAsync(store);
            await _history.AppendAsync(store, "c");
        }

        Assert.Contains(_history.Files.Operations, operation => operation.OldName.EndsWith("00000002.log.tmp", StringComparison.Ordinal));
        // The indexes are written without a flush, so that there are too many disks for all of them.
        await CheckAsync(least: 500, samples: 40);
    }

    private async Task CheckAsync(int least, int depth = 0, int samples = 0)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        // Each await would be a switch of threads in the context of a test.
        await Task.Run(() => _history.CheckAsync(depth, samples));
        output.WriteLine($"{_history.Checked} disks after {_history.Files.Operations.Count} operations in {watch.ElapsedMilliseconds} ms");
        Assert.True(_history.Checked >= least, $"Only {_history.Checked} different disks");
    }
}
