using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>
/// Answers from the newest complete recording of the same request and model; where there is none, asks a client and records what it answers. Errors and
/// unfinished answers are never replayed. Safe for concurrent use: of callers who ask the same at once, one asks the client, and the others wait for its
/// recording; where that one gets no answer, the next asks. A request with a <see cref="ChatOptions.RawRepresentationFactory"/>, in the options or in a
/// tool's, is always asked anew, and recorded: nobody can know whether another one is the same.
/// </summary>
public sealed class CachedChatClient : DelegatingChatClient
{
    private readonly KeyedTurns _turns = new();
    private readonly RecordedChatClient _recorded;
    private readonly ReplayChatClient _replay;

    /// <summary>Puts a cache before a client.</summary>
    /// <param name="innerClient">The client; disposed with this one.</param>
    /// <param name="store">Where recordings are looked for and made; it is the caller's to dispose.</param>
    /// <param name="options">How they are made.</param>
    /// <param name="replay">How they are replayed, with the JSON of the other options unless given; its stream id and model do not count.</param>
    /// <exception cref="ArgumentException">With these options nothing could be recorded or replayed: the message says what to change.</exception>
    public CachedChatClient(IChatClient innerClient, IEventStore store, RecordedChatOptions? options = null, ReplayChatOptions? replay = null)
        : base(new RecordedChatClient(innerClient, store, options))
    {
        _recorded = (RecordedChatClient)InnerClient;
        _replay = new(store, replay ?? new() { Json = _recorded.Options.Json });
    }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> request = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        (ChatRequest? known, WholeAnswer? answer, IDisposable? turn) = await FindOrTakeTurnAsync(request, options, cancellationToken).ConfigureAwait(false);
        using (turn)
        {
            return answer is null
                ? await _recorded.GetResponseAsync(request, options, known, cancellationToken).ConfigureAwait(false)
                : await _replay.ReplayAsync(answer, cancellationToken).ToResponseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> request = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        (ChatRequest? known, WholeAnswer? answer, IDisposable? turn) = await FindOrTakeTurnAsync(request, options, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<ChatResponseUpdate> updates =
            answer is not null ? _replay.ReplayAsync(answer, cancellationToken)
            : turn is not null ? ReadAhead.AskAsync(token => _recorded.GetStreamingResponseAsync(request, options, known, token), turn, cancellationToken)
            : _recorded.GetStreamingResponseAsync(request, options, known, cancellationToken);
        await foreach (ChatResponseUpdate update in updates.ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _replay.Dispose();
        }

        base.Dispose(disposing);
    }

    // The answer, or the turn to ask for one; neither where the cache has no say, or where the store fails and the policy is to go on: a cache that cannot be
    // asked is an empty one.
    private async ValueTask<(ChatRequest? Known, WholeAnswer? Answer, IDisposable? Turn)> FindOrTakeTurnAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        if (ChatRequestJson.IsRaw(options))
        {
            return default;
        }

        ChatRequest? known = null;
        IDisposable? turn = null;
        try
        {
            known = ChatRequest.Of(messages, options, _recorded.Options);
            string hash = known.Hash;
            string? model = options?.ModelId ?? _recorded.DefaultModel;
            WholeAnswer? answer = await FindAsync(hash, model, cancellationToken).ConfigureAwait(false);
            if (answer is null)
            {
                // Whoever was at work meanwhile may have recorded it.
                turn = await _turns.TakeAsync(hash, cancellationToken).ConfigureAwait(false);
                answer = await FindAsync(hash, model, cancellationToken).ConfigureAwait(false);
            }

            if (answer is null)
            {
                return (known, null, turn);
            }

            turn?.Dispose();
            return (known, answer, null);
        }
        catch (Exception exception)
        {
            turn?.Dispose();
            if (cancellationToken.IsCancellationRequested || _recorded.Options.OnStoreFailure == StoreFailurePolicy.Fail)
            {
                throw;
            }

            _recorded.Tell(new("", exception));
            return (known, null, null);
        }
    }

    // All of it is read before any of it is handed out: a store that fails on the way costs a request, and never half an answer.
    private async ValueTask<WholeAnswer?> FindAsync(string hash, string? model, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await _replay.ReadCompleteAsync(hash, model, limit.Token)
                .AsTask().WaitAsync(_recorded.Options.StoreTimeout, _recorded.Options.Recorder.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await limit.CancelAsync().ConfigureAwait(false);
        }
    }
}
