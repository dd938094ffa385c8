using System.Globalization;
using Daybook.Stores;

namespace Daybook.CrashTesting;

/// <summary>
/// A stream of events that are fresh or expired from the start, looked at through a view in which they expire. Others purge
/// it at any time, and must change nothing that the view shows.
/// </summary>
public sealed class ExpiringStream : IWatchedStream
{
    private readonly TtlEventStore _view;
    private readonly List<(long Sequence, EventId Id, string Text)> _seen = [];
    private long _version;

    private ExpiringStream(TtlEventStore view, string id)
    {
        _view = view;
        Id = id;
    }

    public string Id { get; }

    public (string Events, string Snapshots) Digest =>
        (string.Create(CultureInfo.InvariantCulture, $"{_version}/{TestAppends.HashOf(_seen.Select(entry => $"{entry.Sequence} {entry.Id} {entry.Text}"))}"), "0");

    public static async Task<ExpiringStream> FindAsync(TtlEventStore view, string id)
    {
        var stream = new ExpiringStream(view, id) { _version = (await view.GetStreamInfoAsync(id))?.Version ?? 0 };
        for (long from = 0; ;)
        {
            using EventPage page = await view.ReadStreamAsync(id, from, 1000);
            foreach (ref readonly RecordedEvent recorded in page.Events)
            {
                stream._seen.Add((recorded.Sequence, recorded.Id, TestAppends.TextOf(page, recorded)));
            }

            if (page.Count == 0)
            {
                return stream;
            }

            from = page.Next;
        }
    }

    /// <summary>Whether a store still holds of a stream what a purge has to remove.</summary>
    public static async Task<bool> IsUnpurgedAsync(IEventStore store, TtlEventStore view, string id)
    {
        DateTimeOffset oldest = DateTimeOffset.UtcNow - view.Ttl;
        return await store.GetStreamInfoAsync(id) is { Count: > 0 } info
            && (view.Mode == TtlMode.Streams ? info.LastTimestamp : info.FirstTimestamp) < oldest;
    }

    public async Task ChangeAsync(Random random, Action<IWatchedStream> says)
    {
        if (_seen.Count > 0 && random.Next(20) == 0)
        {
            _seen.Clear();
            _version = 0;
            says(this);
            _ = await _view.DeleteStreamAsync(Id);
            return;
        }

        using var batch = new AppendBatch();
        batch.Start(Id);
        bool isExpired = false;
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            isExpired = random.Next(5) < 2;
            EventId eventId = TestAppends.NextId();
            string text = string.Create(CultureInfo.InvariantCulture, $"expiring {_version} {new string('e', random.Next(100))}");
            batch.AddText(text, eventId, at: isExpired ? DateTimeOffset.UtcNow - (2 * _view.Ttl) : null);
            if (!isExpired || _view.Mode == TtlMode.Streams)
            {
                _seen.Add((_version, eventId, text));
            }

            _version++;
        }

        if (isExpired && _view.Mode == TtlMode.Streams)
        {
            // A stream goes with its newest event, and begins anew with the next one.
            _seen.Clear();
            _version = 0;
        }

        says(this);
        _ = await _view.AppendAsync(batch);
    }
}
