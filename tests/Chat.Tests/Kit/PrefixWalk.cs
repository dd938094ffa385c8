using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Walks over a recorded stream event by event, and compares its state with what the reader had at that point.</summary>
internal sealed class PrefixWalk(IEventStore store, string streamId) : IAsyncDisposable
{
    private readonly Replay<LlmState> _replay = store.Replay<LlmState>(streamId);
    private readonly LiveState _live = new();
    private IAsyncEnumerator<Envelope>? _events;

    public async ValueTask DisposeAsync()
    {
        await (_events?.DisposeAsync() ?? default);
        await _replay.DisposeAsync();
    }

    /// <summary>The next event must be of a type.</summary>
    internal async Task NextIsAsync<TEvent>()
        where TEvent : IEvent<TEvent>
    {
        Envelope next = await NextAsync();
        Assert.True(next.Is<TEvent>(), next.EventType.Name);
    }

    /// <summary>A new attempt begins: everything is said anew.</summary>
    internal async Task RestartAsync(bool isFallback)
    {
        _live.Restart(isFallback);
        await CheckAsync();
    }

    /// <summary>The next events must be those of the updates.</summary>
    internal async Task NextAreAsync(IEnumerable<ChatResponseUpdate> updates)
    {
        foreach (ChatResponseUpdate update in updates)
        {
            Envelope first = await NextAsync();
            _live.Begin(update);
            bool hasHeader = first.Is<ChunkEvent>();
            if (hasHeader)
            {
                await CheckAsync();
            }

            for (int i = 0; i < update.Contents.Count; i++)
            {
                if (i > 0 || hasHeader)
                {
                    _ = await NextAsync();
                }

                _live.Add(update.Contents[i]);
                await CheckAsync();
            }
        }
    }

    /// <summary>There must be no more events, and the stream be complete or not.</summary>
    internal async Task EndsAsync(bool isComplete)
    {
        Assert.Equal(isComplete, _replay.State.Completed);
        Assert.False(await _events!.MoveNextAsync());
    }

    private async Task<Envelope> NextAsync()
    {
        _events ??= _replay.GetAsyncEnumerator();
        Assert.True(await _events.MoveNextAsync());
        return _events.Current;
    }

    private async Task CheckAsync()
    {
        _live.AgreesWith(_replay.State);
        Assert.False(_replay.State.Completed);
        if (_replay.Position % 37 == 0)
        {
            _live.AgreesWith((await store.LoadAsync<LlmState>(streamId, AsOf.Sequence(_replay.Position))).State);
        }
    }
}
