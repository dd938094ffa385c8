using Daybook.CrashTesting;
using Daybook.Stores;

namespace Daybook.FileStoreTests;

/// <summary>What was asked of a store, in the order of the log, and whether every power loss on the way leaves it as promised.</summary>
internal sealed class CrashHistory(RecordingFiles files)
{
    private static readonly FileStoreOptions Small = new() { SegmentSize = 64 * 1024 };

    private readonly List<Step> _steps = [];
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
        var step = new Step(stream, [Text(number, 0, 20), Text(number, 1, length)]);
        _steps.Add(step);
        using var batch = new AppendBatch();
        batch.Start(stream, "test");
        batch.Durability = durability;
        Array.ForEach(step.Texts, text => batch.AddText(text));
        _ = await store.AppendAsync(batch);
        step.SureFrom = durability == Durability.Flushed ? files.Operations.Count : int.MaxValue;
    }

    internal async Task DeleteAsync(FileEventStore store, string stream)
    {
        var step = new Step(stream, []);
        _steps.Add(step);
        Assert.True(await store.DeleteStreamAsync(stream));
        step.SureFrom = files.Operations.Count;
    }

    /// <summary>Leaves out the points before.</summary>
    internal void StartHere() => _start = files.Operations.Count;

    /// <summary>Lets the power fail at every point, in every way.</summary>
    /// <param name="depth">How many more times it fails while the store recovers.</param>
    internal async Task CheckAsync(int depth = 0)
    {
        // As all that is there, by what it tells how much of the history is there.
        List<string>[] states = [.. Enumerable.Range(0, _steps.Count + 1).Select(Expected)];
        // Most disks are met at many points.
        var found = new Dictionary<(string, long?), int>();
        for (int count = _start; count <= files.Operations.Count; count++)
        {
            int sure = _steps.FindLastIndex(step => step.SureFrom <= count) + 1;
            foreach (CrashImage image in EveryCrash.Of(new(files.Operations, count)))
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

    // The feed after so many steps.
    private List<string> Expected(int steps)
    {
        var events = new List<(string Stream, string Text)>();
        foreach (Step step in _steps.Take(steps))
        {
            _ = step.Texts.Length == 0 ? events.RemoveAll(entry => entry.Stream == step.Stream) : 0;
            events.AddRange(step.Texts.Select(text => (step.Stream, text)));
        }

        return [.. events.Select((entry, at) => $"{entry.Stream}/{events.Take(at).Count(before => before.Stream == entry.Stream)}:{entry.Text}")];
    }

    // The feed, after seeing that the streams say the same.
    private static async Task<List<string>> ContentAsync(FileEventStore store)
    {
        List<string> feed = await store.ReadFeedAsync();
        foreach (IGrouping<string, string> stream in feed.GroupBy(static line => line[..line.IndexOf('/', StringComparison.Ordinal)]))
        {
            List<(EventId Id, string Text)> texts = await store.ReadTextsAsync(stream.Key);
            Assert.Equal(stream, texts.Select((entry, sequence) => $"{stream.Key}/{sequence}:{entry.Text}"));
            Assert.Equal(texts.Count, (await store.GetStreamInfoAsync(stream.Key))!.Version);
        }

        Assert.Equal(feed.Count, (await store.ListStreamsAsync("", null, 10)).Streams.Sum(static info => info.Version));
        return feed;
    }

    // All of one length, so that a group that should be gone would fit behind one that takes its place.
    private static string Text(int number, int part, int length) => $"{number:D3}.{part}.{new string('t', length)}";

    /// <param name="Stream">The stream.</param>
    /// <param name="Texts">What was appended; nothing for a deletion.</param>
    private sealed record Step(string Stream, string[] Texts)
    {
        /// <summary>After how many operations it had been acknowledged.</summary>
        internal int SureFrom { get; set; } = int.MaxValue;
    }
}
