using Daybook.Llm;
using Daybook.Testing;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Callers who cancel or stop reading while the store hangs: they go, and the log is written as far as the store takes it.</summary>
public sealed class LeavingTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(30);

    private readonly IEventStore _memory = EventStores.Memory();
    private readonly FaultInjectingStore _store;
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly CancellationTokenSource _cancel = new();
    private readonly List<RecordingFailure> _failures = [];

    public LeavingTests()
    {
        _store = new(_memory);
        _store.Add(new() { Throws = null, Times = int.MaxValue, Run = _ => new(_open.Task) });
    }

    public static TheoryData<string, bool> Ways => new(
        from way in (string[])["cancelled while it waits", "cancelled while the client speaks", "cancelled, then stops", "stops", "cancelled at the end", "cancelled in one piece"]
        from opens in (bool[])[true, false]
        select (way, opens));

    public async ValueTask DisposeAsync()
    {
        _ = _open.TrySetResult();
        await _store.DisposeAsync();
        _cancel.Dispose();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Who_leaves_waits_a_second_at_most(string way, bool opens)
    {
        RecordedChatOptions options = new()
        {
            BufferedEvents = way == "cancelled while it waits" ? 1 : 100,
            StoreTimeout = StoreTimeout,
            Recorder = new() { TimeProvider = _clock },
            Report = _failures.Add,
        };
        var client = new RecordedChatClient(ClientOf(way), _store, options);
        Task<Exception?> asking = Task.Run(() => AskAsync(client, way));
        if (way is "cancelled while it waits" or "cancelled at the end" or "cancelled in one piece")
        {
            await TimersAsync(1);
            await _cancel.CancelAsync();
        }

        // The store's time, and the caller's.
        await TimersAsync(2);
        Assert.False(asking.IsCompleted);
        _clock.Advance(Patience);
        Exception? end = await asking;
        Assert.Equal(way != "stops", end is OperationCanceledException);
        Assert.Empty(_failures);

        if (opens)
        {
            _open.SetResult();
            await EndsAsync();
            List<string> types = await _memory.TypesAsync(await _memory.OnlyStreamAsync());
            string last = way is "cancelled at the end" or "cancelled in one piece" ? "llm.complete" : "llm.error";
            Assert.Equal(last, types[^1]);
            ErrorEvent[] errors = [.. await _memory.EventsAsync<ErrorEvent>(await _memory.OnlyStreamAsync())];
            Assert.Equal(last == "llm.error" ? 1 : 0, errors.Length);
            Assert.All(errors, error => Assert.Equal((way == "stops", FailureType.Abort), (error.Error.Name == "Abandoned", error.FailureType)));
            Assert.All(errors, error => Assert.Equal(way != "stops", error.Error.Name.EndsWith("CanceledException", StringComparison.Ordinal)));
            Assert.Empty(_failures);
        }
        else
        {
            _clock.Advance(StoreTimeout);
            Assert.IsType<StoreUnavailableException>(Assert.Single(_failures).Exception);
            Assert.Equal(1, client.FailureCount);
            _open.SetResult();
            await EndsAsync();
            Assert.Equal(1, _store.CallsOf(StoreOperations.Append));
        }
    }

    [Fact]
    public async Task Who_leaves_a_store_that_works_leaves_a_log_that_is_whole()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        using IChatClient client = new ScriptedClient(Chats.Answer("a", "b")).Recorded(_memory, new() { Recorder = new() { TimeProvider = clock } });
        await using (IAsyncEnumerator<ChatResponseUpdate> updates = client.GetStreamingResponseAsync(Chats.Question).GetAsyncEnumerator())
        {
            Assert.True(await updates.MoveNextAsync());
        }

        Assert.Equal(["llm.start", "llm.chunk", "llm.error"], await _memory.TypesAsync(await _memory.OnlyStreamAsync()));
    }

    private IChatClient ClientOf(string way) => way switch
    {
        "cancelled in one piece" => new WholeAnswerClient(() => new(new ChatMessage(ChatRole.Assistant, "a"))),
        "cancelled while the client speaks" => ScriptedClient.ThatThrows(Chats.Answer("a"), token =>
        {
            _cancel.Cancel();
            return new OperationCanceledException(token);
        }),
        _ => new ScriptedClient(Chats.Answer("a", "b")),
    };

    private async Task<Exception?> AskAsync(RecordedChatClient client, string way)
    {
        try
        {
            if (way == "cancelled in one piece")
            {
                _ = await client.GetResponseAsync(Chats.Question, cancellationToken: _cancel.Token);
                return null;
            }

            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Chats.Question, cancellationToken: _cancel.Token))
            {
                if (way == "stops")
                {
                    break;
                }

                if (way == "cancelled, then stops")
                {
                    await _cancel.CancelAsync();
                    _cancel.Token.ThrowIfCancellationRequested();
                }
            }

            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    // And the store holds what it was given: what nobody has taken yet would be dropped when its time is over.
    private async Task TimersAsync(int count)
    {
        while (_clock.CountTimers() < count || _store.CallsOf(StoreOperations.Append) == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    // The one timer that is left is that of the wait for the store.
    private async Task EndsAsync()
    {
        while (_clock.CountTimers() > 0 || (await _memory.ListStreamsAsync()).Streams.Length == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
