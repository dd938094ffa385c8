using System.Globalization;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.CrashTesting;

/// <summary>A stream whose events are appended, cut off, replaced and deleted, with records beside it where its snapshots stand.</summary>
public sealed class OwnedStream(IEventStore store, string id) : IWatchedStream
{
    private readonly List<(EventId Id, string Text)> _events = [];
    private EventId _incarnation;
    private long _first;
    private long _snapshots;

    private long Version => _first + _events.Count;

    public string Id => id;

    public (string Events, string Snapshots) Digest => (Text(), _snapshots.ToString(CultureInfo.InvariantCulture));

    /// <summary>Finds the stream as it is.</summary>
    public static async Task<OwnedStream> FindAsync(IEventStore store, string id)
    {
        var stream = new OwnedStream(store, id);
        StreamInfo? info = await store.GetStreamInfoAsync(id);
        stream._incarnation = info?.Incarnation ?? default;
        stream._first = info?.FirstSequence ?? 0;
        stream._events.AddRange(await store.ReadTextsAsync(id, stream._first));
        stream._snapshots = (await store.GetStreamInfoAsync(SystemStreams.SnapshotsOf(id)))?.Version ?? 0;
        return stream.Version == (info?.Version ?? 0) ? stream : throw new InvalidOperationException($"Stream '{id}' has {stream.Version} events, not {info?.Version}.");
    }

    public async Task ChangeAsync(Random random, Action<IWatchedStream> says)
    {
        int choice = _events.Count == 0 ? 0 : random.Next(100);
        if (choice < 60)
        {
            await AppendAsync(random.Next(1, 8), says);
        }
        else if (choice < 75)
        {
            _snapshots++;
            says(this);
            using var batch = new AppendBatch();
            batch.StartSystem(SystemStreams.SnapshotsOf(id));
            batch.AddText("snapshot");
            _ = await store.AppendAsync(batch);
        }
        else if (choice < 87 && store.Capabilities.CanTruncate)
        {
            int count = random.Next(1, _events.Count + 1);
            _first += count;
            _events.RemoveRange(0, count);
            says(this);
            _ = await store.TruncateStreamAsync(id, _first);
        }
        else if (choice < 97 && store.Capabilities.CanReplace)
        {
            await ReplaceAsync(random.Next(_events.Count), says);
        }
        else
        {
            (_first, _snapshots, _incarnation) = (0, 0, default);
            _events.Clear();
            says(this);
            _ = await store.DeleteStreamAsync(id);
        }
    }

    private async Task AppendAsync(int count, Action<IWatchedStream> says)
    {
        using var batch = new AppendBatch();
        batch.Start(id);
        long version = Version;
        for (int i = 0; i < count; i++)
        {
            EventId eventId = TestAppends.NextId();
            string text = string.Create(CultureInfo.InvariantCulture, $"owned {version + i}");
            batch.AddText(text, eventId);
            _events.Add((eventId, text));
        }

        _incarnation = version == 0 ? _events[0].Id : _incarnation;
        says(this);
        _ = await store.AppendAsync(batch);
    }

    private async Task ReplaceAsync(int index, Action<IWatchedStream> says)
    {
        string text = "replaced " + _events[index].Text;
        _events[index] = (_events[index].Id, text);
        _snapshots = 0;
        says(this);
        using var batch = new AppendBatch();
        batch.Start(id);
        batch.AddText(text);
        RecordSchema schema = batch.Events[0].Schema;
        _ = await store.ReplaceEventAsync(id, _first + index, schema, batch.PayloadOf(batch.Events[0]).ToArray());
    }

    private string Text() =>
        string.Create(CultureInfo.InvariantCulture, $"{Version}/{_first}/{_incarnation}/{TestAppends.HashOf(_events.Select(entry => $"{entry.Id} {entry.Text}"))}");
}
