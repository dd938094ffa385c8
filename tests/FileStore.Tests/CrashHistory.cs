using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>What was asked of a store, in the order of the log, and whether every power loss on the way leaves it as promised.</summary>
internal sealed class CrashHistory(RecordingFiles files)
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    private readonly List<Step> _steps = [];
    private bool _compacts;
    private int _start = files.Operations.Count;

    internal RecordingFiles Files => files;

    /// <summary>How many different disks were checked.</summary>
    internal int Checked { get; private set; }

    private string? FirstStream => _steps.FirstOrDefault()?.Stream;

    internal FileEventStore Open() => FileEventStore.Open("/store", Small, files);

    /// <summary>Appends two events of about half a sector each, or what length is asked for.</summary>
    internal async Task AppendAsync(FileEventStore store, string stream, Durability durability = Durability.Flushed, int length = 240)
    {
        int number = _steps.Count;
        var step = new Step(CrashStep.Append, stream, 0, [Text(number, 0, 20), Text(number, 1, length)]);
        _steps.Add(step);
        using var batch = new AppendBatch();
        batch.Start(stream, "test");
        batch.Durability = durability;
        foreach (string text in step.Texts)
        {
            batch.AddText(text);
        }

        _ = await store.AppendAsync(batch);
        step.SureFrom = durability == Durability.Flushed ? files.Operations.Count : int.MaxValue;
    }

    internal Task DeleteAsync(FileEventStore store, string stream) =>
        ChangeAsync(new(CrashStep.Delete, stream, 0, []), async () => await store.DeleteStreamAsync(stream));

    internal Task TruncateAsync(FileEventStore store, string stream, long firstSequence) =>
        ChangeAsync(new(CrashStep.Truncate, stream, firstSequence, []), async () => await store.TruncateStreamAsync(stream, firstSequence));

    internal async Task ReplaceAsync(FileEventStore store, string stream, long sequence)
    {
        using var batch = new AppendBatch();
        batch.Start(stream);
        string text = Text(_steps.Count, 0, 30);
        batch.AddText(text);
        byte[] payload = batch.PayloadOf(batch.Events[0]).ToArray();
        await ChangeAsync(new(CrashStep.Replace, stream, sequence, [text]), async () => await store.ReplaceEventAsync(stream, sequence, TestAppends.Redacted, payload));
    }

    /// <summary>Compacts here, and after every power loss from now on.</summary>
    internal async Task CompactAsync(FileEventStore store)
    {
        _compacts = true;
        _ = await store.CompactAsync(0);
    }

    /// <summary>Leaves out the points before.</summary>
    internal void StartHere() => _start = files.Operations.Count;

    /// <summary>Lets the power fail at every point, in every way.</summary>
    /// <param name="depth">How many more times it fails while the store recovers.</param>
    /// <param name="samples">How many disks to draw at each point; 0 for every disk.</param>
    internal async Task CheckAsync(int depth = 0, int samples = 0)
    {
        // As all that is there, by what it tells how much of the history is there.
        List<string>[] states = [.. Enumerable.Range(0, _steps.Count + 1).Select(Expected)];
        // Most disks are met at many points.
        var found = new Dictionary<(string, long?), int>();
        for (int count = _start; count <= files.Operations.Count; count++)
        {
            int sure = _steps.FindLastIndex(step => step.SureFrom <= count) + 1;
            var point = new CrashPoint(files.Operations, count);
            var random = new Random(count);
            foreach (CrashImage image in samples == 0 ? EveryCrash.Of(point) : Enumerable.Range(0, samples).Select(_ => CrashSample.Of(point, random)))
            {
                if (!found.TryGetValue((image.Hash, image.End), out int steps))
                {
                    steps = await CheckAsync(image, states, depth, $"{count} operations");
                    found.Add((image.Hash, image.End), steps);
                    Checked++;
                }

                Assert.True(steps >= sure, $"After {count} operations {sure} steps were acknowledged, but {steps} are there.");
            }
        }
    }

    private async Task<int> CheckAsync(CrashImage image, List<string>[] states, int depth, string when)
    {
        try
        {
            var after = new CrashHistory(image.ToFiles());
            int steps;
            await using (FileEventStore store = after.Open())
            {
                List<string> content = await ContentAsync(store);
                steps = Array.FindIndex(states, state => state.SequenceEqual(content));
                Assert.True(steps >= 0, "The store holds appends in part, or not in their order: " + string.Join('\n', content));
                // Who opened the store may have told others what is there.
                after._steps.AddRange(_steps.Take(steps).Select(step => step with { SureFrom = after.Files.Operations.Count }));
                await after.AppendAsync(store, FirstStream!);
                if (_compacts)
                {
                    await after.CompactAsync(store);
                }
            }

            await using (FileEventStore store = FileEventStore.Open("/store", Small with { ReadOnly = true }, after.Files))
            {
                Assert.Equal(after.Expected(after._steps.Count), await ContentAsync(store));
            }

            if (depth > 0)
            {
                await after.CheckAsync(depth - 1);
                Checked += after.Checked;
            }

            // The index of the clean close is there or not.
            await using FileEventStore again = after.Open();
            Assert.Equal(0, again.OpenReport.TornBytes);
            Assert.Equal(after.Expected(after._steps.Count), await ContentAsync(again));
            return steps;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"After {when}, durable end {image.End}: {exception.Message}", exception);
        }
    }

    private async Task ChangeAsync(Step step, Func<Task<bool>> change)
    {
        _steps.Add(step);
        Assert.True(await change());
        step.SureFrom = files.Operations.Count;
    }

    // The feed after so many steps.
    private List<string> Expected(int steps)
    {
        var events = new List<(string Stream, long Sequence, string Text)>();
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (Step step in _steps.Take(steps))
        {
            switch (step.Kind)
            {
                case CrashStep.Append:
                    long version = versions.GetValueOrDefault(step.Stream);
                    events.AddRange(step.Texts.Select((text, i) => (step.Stream, version + i, text)));
                    versions[step.Stream] = version + step.Texts.Length;
                    break;
                case CrashStep.Delete:
                    _ = events.RemoveAll(entry => entry.Stream == step.Stream);
                    _ = versions.Remove(step.Stream);
                    break;
                case CrashStep.Truncate:
                    _ = events.RemoveAll(entry => entry.Stream == step.Stream && entry.Sequence < step.Sequence);
                    break;
                case CrashStep.Replace:
                    int at = events.FindIndex(entry => entry.Stream == step.Stream && entry.Sequence == step.Sequence);
                    events[at] = (step.Stream, step.Sequence, step.Texts[0]);
                    break;
            }
        }

        return [.. events.Select(static entry => $"{entry.Stream}/{entry.Sequence}:{entry.Text}")];
    }

    // The feed, after seeing that the streams say the same.
    private static async Task<List<string>> ContentAsync(FileEventStore store)
    {
        List<string> feed = await store.ReadFeedAsync();
        foreach (IGrouping<string, string> stream in feed.GroupBy(static line => line[..line.IndexOf('/', StringComparison.Ordinal)]))
        {
            StreamInfo info = (await store.GetStreamInfoAsync(stream.Key))!;
            List<(EventId Id, string Text)> texts = await store.ReadTextsAsync(stream.Key, info.FirstSequence);
            Assert.Equal(stream, texts.Select((entry, i) => $"{stream.Key}/{info.FirstSequence + i}:{entry.Text}"));
            Assert.Equal(texts.Count, info.Count);
        }

        Assert.Equal(feed.Count, (await store.ListStreamsAsync("", null, 10)).Streams.Sum(static info => info.Count));
        return feed;
    }

    // All of one length, so that a group that should be gone would fit behind one that takes its place.
    private static string Text(int number, int part, int length) => $"{number:D3}.{part}.{new string('t', length)}";

    /// <param name="Kind">What was asked.</param>
    /// <param name="Stream">The stream.</param>
    /// <param name="Sequence">Of a truncation the first sequence kept, of a replacement its event's.</param>
    /// <param name="Texts">What was appended or put in an event's place.</param>
    private sealed record Step(CrashStep Kind, string Stream, long Sequence, string[] Texts)
    {
        /// <summary>After how many operations it had been acknowledged.</summary>
        internal int SureFrom { get; set; } = int.MaxValue;
    }
}
