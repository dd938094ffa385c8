using System.Globalization;
using Daybook.Stores;

namespace Daybook.CrashTesting;

/// <summary>A stream that is folded to a state: recorded, saved in snapshots, cut behind them, and compacted to a baseline.</summary>
public sealed class TallyStream : IWatchedStream
{
    private readonly IEventStore _store;
    private Tally _state;
    private long _version;
    private long _first;
    private long _snapshot;
    private bool _endsWithBaseline;

    private TallyStream(IEventStore store, string id, Tally state)
    {
        _store = store;
        Id = id;
        _state = state;
    }

    public string Id { get; }

    public (string Events, string Snapshots) Digest =>
        (string.Create(CultureInfo.InvariantCulture, $"{_state.Events}/{_state.Value}"), _snapshot.ToString(CultureInfo.InvariantCulture));

    public static async Task<TallyStream> FindAsync(IEventStore store, string id)
    {
        Versioned<Tally> state = await store.LoadAsync<Tally>(id);
        var stream = new TallyStream(store, id, state.State) { _version = state.Version };
        if (await store.GetStreamInfoAsync(id) is { } info)
        {
            stream._first = info.FirstSequence;
            stream._snapshot = (await store.GetSnapshotAsync<Tally>(id))?.Version ?? 0;
            using EventPage last = await store.ReadStreamAsync(id, info.Version - 1, 1);
            stream._endsWithBaseline = last.Count > 0 && last.Types[last.Events[0].TypeIndex].Equals(BaselineRecord.Schema);
        }

        return stream;
    }

    public async Task ChangeAsync(Random random, Action<IWatchedStream> says)
    {
        int choice = _version == 0 ? 0 : random.Next(100);
        if (choice < 50)
        {
            await RecordAsync(random, says);
        }
        else if (choice < 75)
        {
            Versioned<Tally> state = await _store.LoadAsync<Tally>(Id);
            _snapshot = _version;
            says(this);
            await _store.SaveSnapshotAsync(Id, state);
        }
        else if (choice < 85)
        {
            // What comes before a snapshot may go: a load starts there.
            _first = Math.Max(_first, _snapshot);
            _endsWithBaseline &= _first < _version;
            says(this);
            _ = await _store.TruncateStreamAsync(Id, _first);
        }
        else if (choice < 95)
        {
            _first = _endsWithBaseline ? _version - 1 : _version++;
            _endsWithBaseline = true;
            _snapshot = _snapshot >= _first ? _snapshot : 0;
            says(this);
            _ = await _store.CompactAsync<Tally>(Id, LoadOptions.Default);
        }
        else
        {
            (_state, _version, _first, _snapshot, _endsWithBaseline) = (new(), 0, 0, 0, false);
            says(this);
            _ = await _store.DeleteStreamAsync(Id);
        }
    }

    private async Task RecordAsync(Random random, Action<IWatchedStream> says)
    {
        var recorder = new Tally.Recorder(_store, Id);
        await using Tally.Batch batch = recorder.Batch();
        for (int i = random.Next(1, 8); i > 0; i--)
        {
            long number = random.Next(1000);
            batch.RecordCounted(number);
            _state = new() { Events = _state.Events + 1, Value = unchecked((_state.Value * 31) + number) };
            _version++;
        }

        _endsWithBaseline = false;
        says(this);
        await batch.CommitAsync();
    }
}
