using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>
/// Answers from the newest complete recording of the same request and model; where there is none, asks a client and records what it answers. Errors and
/// unfinished answers are never replayed. Safe for concurrent use; two callers who ask the same for the first time at once both ask the client.
/// </summary>
public sealed class CachedChatClient : DelegatingChatClient
{
    private readonly RecordedChatClient _recorded;
    private readonly ReplayChatClient _replay;

    /// <summary>Puts a cache before a client.</summary>
    /// <param name="innerClient">The client; disposed with this one.</param>
    /// <param name="store">Where recordings are looked for and made; it is the caller's to dispose.</param>
    /// <param name="options">How they are made.</param>
    /// <param name="replay">How they are replayed, with the JSON of the other options unless given; its stream id and model do not count.</param>
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
        RecordedAnswer? answer = await FindAsync(request, options, cancellationToken).ConfigureAwait(false);
        return answer is null
            ? await base.GetResponseAsync(request, options, cancellationToken).ConfigureAwait(false)
            : await _replay.ReplayAsync(answer, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> request = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        RecordedAnswer? answer = await FindAsync(request, options, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<ChatResponseUpdate> updates = answer is null
            ? base.GetStreamingResponseAsync(request, options, cancellationToken)
            : _replay.ReplayAsync(answer, cancellationToken);
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

    private async ValueTask<RecordedAnswer?> FindAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        string? model = options?.ModelId ?? _recorded.DefaultModel;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            string hash = ChatRequestHash.Compute(messages, options, _recorded.Options.Json);
            return await _replay.FindCompleteAsync(hash, recording => string.Equals(recording.Model, model, StringComparison.Ordinal), limit.Token)
                .AsTask().WaitAsync(_recorded.Options.StoreTimeout, _recorded.Options.Recorder.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A cache that cannot be asked is an empty one, where the policy is to go on.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && _recorded.Options.OnStoreFailure == StoreFailurePolicy.GoOn)
#pragma warning restore CA1031
        {
            await limit.CancelAsync().ConfigureAwait(false);
            _recorded.Report(new("", exception));
            return null;
        }
    }
}
