using System.Globalization;
using System.Text;

namespace Daybook.FeedTesting;

/// <summary>What the program does, for tests to do in their own process, too.</summary>
public static class Worker
{
    public const int Streams = 40;

    public static FileStoreOptions Options { get; } = new() { SegmentSize = 1024 * 1024 };

    /// <summary>Appends events in batches to many streams; their numbers rise from the first one.</summary>
    public static async Task WriteAsync(IEventStore store, long first, int count, int seed)
    {
        var random = new Random(seed);
        long end = first + count;
        while (first < end)
        {
            var recorder = new Count.Recorder(store, string.Create(CultureInfo.InvariantCulture, $"count-{random.Next(Streams)}"));
            await using Count.Batch batch = recorder.Batch();
            for (int i = random.Next(1, 60); i > 0 && first < end; i--)
            {
                batch.RecordAdded(first++);
            }

            await batch.CommitAsync();
        }
    }

    /// <summary>The view of all events, and that of each stream.</summary>
    public static (View<Trace> All, KeyedView<Trace> Each) Views(IEventStore store, Action? folding = null)
    {
        ViewOptions options = new() { SaveEvery = 500, PageSize = 200, CachedKeys = 10 };
        return (store.Project<Trace>(EventQuery.All, "all", options), store.Project<Trace>(EventQuery.All, "each", KeyOf, options));

        string KeyOf(Envelope envelope)
        {
            folding?.Invoke();
            return envelope.StreamId;
        }
    }

    /// <summary>Writes a line at once: what stands there was done before anything that follows.</summary>
    public static void Say(Stream output, string line)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }
}
