using Daybook;

namespace Versions.App;

/// <summary>Loads an order again and again while others append to it.</summary>
internal sealed class Follower
{
    private readonly IEventStore _store;
    private readonly string _streamId;
    private readonly Task _task;
    private Versioned<Order> _last;
    private int _loads;
    private int _steps;
    private volatile bool _isStopped;

    private Follower(IEventStore store, string streamId, Versioned<Order> first)
    {
        _store = store;
        _streamId = streamId;
        _last = first;
        _task = Task.Run(FollowAsync);
    }

    internal static async Task<Follower> StartAsync(IEventStore store, string streamId) => new(store, streamId, await store.LoadAsync<Order>(streamId));

    /// <summary>Stops after one more load, which sees all that was appended before.</summary>
    internal async Task<object> StopAsync()
    {
        _isStopped = true;
        await _task;
        await LoadAsync();
        return new { Loads = _loads, Steps = _steps, _last.Version, _last.State };
    }

    private async Task FollowAsync()
    {
        while (!_isStopped)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        Versioned<Order> order = await _store.LoadAsync<Order>(_streamId);
        _loads++;
        if (order.Version == _last.Version)
        {
            return;
        }

        // What was seen before is still there, and as it was.
        Versioned<Order> before = await _store.LoadAsync<Order>(_streamId, _last.Version - 1);
        if (order.Version < _last.Version || (_last.Version > 0 && !StateComparer.Compare(before.State, _last.State).Identical))
        {
            throw new InvalidOperationException($"At version {order.Version} the state of version {_last.Version} is another one.");
        }

        _steps++;
        _last = order;
    }
}
