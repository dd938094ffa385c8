using Daybook.Stores;

namespace Daybook.CrashTesting;

/// <summary>
/// What goes on beside appends to shared streams. Of a stream that one worker owns, says how it is to be ("!") before each
/// change, and again ("=") once it is acknowledged; of purges ("purge") and compactions ("compact"), when they begin and when they are done.
/// </summary>
public sealed class MixedWork(IEventStore store, TtlMode mode, int seed, Action<FormattableString> says)
{
    private readonly TtlEventStore _view = store.WithTtl(WatchedStreams.Ttl, mode);

    /// <summary>Starts all workers; none ends by itself.</summary>
    public IEnumerable<Task> Start() =>
        [
            .. WatchedStreams.Ids.Select((id, worker) => Task.Run(() => ChangeAsync(id, RandomOf(worker)))),
            Task.Run(() => PurgeAsync(RandomOf(10))),
            .. store is FileEventStore file ? [Task.Run(() => CompactAsync(file, RandomOf(11)))] : Array.Empty<Task>(),
        ];

    private async Task ChangeAsync(string id, Random random)
    {
        IWatchedStream stream = await WatchedStreams.FindAsync(store, _view, id);
        while (true)
        {
            await stream.ChangeAsync(random, to => says($"! {id} {to.Digest.Events} {to.Digest.Snapshots}\n"));
            says($"= {id} {stream.Digest.Events} {stream.Digest.Snapshots}\n");
        }
    }

    private async Task PurgeAsync(Random random)
    {
        while (true)
        {
            says($"purge !\n");
            long removed = await _view.PurgeExpiredAsync();
            says($"purge = {removed}\n");
            await Task.Delay(random.Next(10));
        }
    }

    private async Task CompactAsync(FileEventStore file, Random random)
    {
        while (true)
        {
            double share = random.Next(3) * 0.2;
            says($"compact !\n");
            FileCompactionReport report = await file.CompactAsync(share);
            says($"compact = {report.RewrittenSegments}\n");
            await Task.Delay(random.Next(10));
        }
    }

    private Random RandomOf(int worker) => new(HashCode.Combine(seed, worker));
}
