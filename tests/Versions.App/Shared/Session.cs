using Daybook;

namespace Versions.App;

/// <summary>Runs commands on one store.</summary>
internal sealed class Session(string directory) : IAsyncDisposable
{
    private IEventStore? _store;
    private Follower? _follower;

    private IEventStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    internal async Task<object> RunAsync(Command command)
    {
        switch (command.Do)
        {
            case "open":
            case "open to read":
                // Small segments, so that programs meet several.
                _store = EventStores.File(directory, new() { SegmentSize = 64 * 1024, ReadOnly = command.Do != "open" });
                return new { Open = true };
            case "close":
                await CloseAsync();
                return new { Open = false };
            case "load":
                return await LoadAsync(command);
            case "balance":
                return new { (await Store.LoadAsync<Loyalty>(command.Stream)).State.Balance };
            case "snapshot":
                return await SnapshotAsync(command);
            case "find snapshot":
                return new { Order = (await Store.GetSnapshotAsync<Order>(command.Stream))?.Version, Loyalty = (await Store.GetSnapshotAsync<Loyalty>(command.Stream))?.Version };
            case "replay":
                return await ReplayAsync(command);
            case "export":
                return await Store.ReadEventsAsync(command.Stream).Select(envelope => new { Type = envelope.EventType.ToString(), Json = envelope.ToJson() }).ToListAsync();
            case "follow":
                _follower = await Follower.StartAsync(Store, command.Stream);
                return new { Following = true };
            case "unfollow":
                return await _follower!.StopAsync();
            case "earn" or "redeem":
                return Answer(await LoyaltyAsync(command));
            case "note often":
                return await NoteOftenAsync(command);
            default:
                return await RecordAsync(command);
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private static object Answer(AppendResult result) => new { result.FirstSequence, result.Count };

    private async Task CloseAsync()
    {
        if (_store is { } store)
        {
            _store = null;
            await store.DisposeAsync();
        }
    }

    private async Task<object> RecordAsync(Command command)
    {
        EventId id = command.Key is { } key ? EventId.From(command.Stream, key) : default;
        return Answer(await Recording.RecordAsync(new(Store, command.Stream), command, new() { Timestamp = command.Time, EventId = id }));
    }

    private async Task<object> LoadAsync(Command command)
    {
        AsOf asOf = command.Sequence is { } sequence ? sequence : command.UpTo is { } minute ? Command.Start.AddMinutes(minute) : AsOf.Now;
        Versioned<Order> order = await Store.LoadAsync<Order>(command.Stream, asOf);
        return new { order.Version, order.State };
    }

    private async Task<object> SnapshotAsync(Command command)
    {
        if (command.Stream.StartsWith("loyalty", StringComparison.Ordinal))
        {
            Versioned<Loyalty> loyalty = await Store.LoadAsync<Loyalty>(command.Stream);
            await Store.SaveSnapshotAsync(command.Stream, loyalty);
            return new { loyalty.Version };
        }

        Versioned<Order> order = await Store.LoadAsync<Order>(command.Stream);
        await Store.SaveSnapshotAsync(command.Stream, order);
        return new { order.Version };
    }

    private async Task<object> ReplayAsync(Command command)
    {
        var heard = new List<string>();
        var notes = new List<int>();
        await using Replay<Order> replay = Store.Replay<Order>(command.Stream, new() { From = command.Sequence ?? 0 });
        Recording.Listen(replay, heard);
        await foreach (Envelope _ in replay)
        {
            notes.Add(replay.State.Notes.Count);
        }

        return new { Heard = heard, Notes = notes, replay.State };
    }

    private ValueTask<AppendResult> LoyaltyAsync(Command command)
    {
        var recorder = new Loyalty.Recorder(Store, command.Stream);
        var options = new AppendOptions { Timestamp = command.Time };
        return command.Do == "earn" ? recorder.RecordEarnedAsync(command.Count, options) : recorder.RecordRedeemedAsync(command.Count, options);
    }

    private async Task<object> NoteOftenAsync(Command command)
    {
        var recorder = new Order.Recorder(Store, command.Stream);
        AppendResult result = default;
        for (int i = 0; i < command.Count; i++)
        {
            result = await Recording.RecordAsync(recorder, command with { Do = "note", What = $"{command.What} {i}" }, new() { Timestamp = command.Time });
        }

        return Answer(result);
    }
}
