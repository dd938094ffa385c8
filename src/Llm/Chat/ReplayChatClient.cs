using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>
/// Answers from recorded streams, chunk for chunk, with their recorded timing if wanted: a test double that says what a real model said. A recorded error is
/// thrown again where it happened. Safe for concurrent use.
/// </summary>
public sealed class ReplayChatClient : IChatClient
{
    private const int NearestCount = 5;
    private const int LongestMessage = 120;

    private readonly IEventStore _store;
    private readonly RecordingIndex _index;
    private readonly ReplayChatOptions _options;

    /// <summary>Answers from a store.</summary>
    /// <param name="store">Where the recordings are; it is the caller's to dispose.</param>
    /// <param name="options">How to answer.</param>
    /// <exception cref="ArgumentException">With these options nothing could be replayed: the message says what to change.</exception>
    public ReplayChatClient(IEventStore store, ReplayChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _options = options ?? ReplayChatOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(_options.Speed, nameof(options));
        if (!double.IsFinite(_options.Speed))
        {
            throw new ArgumentOutOfRangeException(nameof(options), "A speed is a finite number; 0 waits for nothing.");
        }

        ArgumentNullException.ThrowIfNull(_options.TimeProvider, nameof(options));
        ChatOptionChecks.Check(_options.Json, nameof(options));
        _index = new(store);
    }

    /// <summary>Answers everything from one stream.</summary>
    /// <param name="store">Where the recording is; it is the caller's to dispose.</param>
    /// <param name="streamId">The stream.</param>
    public ReplayChatClient(IEventStore store, string streamId)
        : this(store, new ReplayChatOptions { StreamId = (_, _) => streamId }) =>
        Daybook.StreamId.Validate(streamId);

    /// <inheritdoc/>
    /// <exception cref="RecordingNotFoundException">Nothing recorded answers the request.</exception>
    /// <exception cref="LlmErrorException">The recorded answer broke off with an error.</exception>
    /// <exception cref="RecordingIncompleteException">The recording has no end, or something of it was redacted or deleted.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToResponseAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="RecordingNotFoundException">Nothing recorded answers the request.</exception>
    /// <exception cref="LlmErrorException">The recorded answer broke off with an error, after the chunks that were handed out.</exception>
    /// <exception cref="RecordingIncompleteException">The recording has no end behind the chunks that were handed out, or something of it was redacted or deleted.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> request = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        RecordedAnswer answer = await FindAsync(request, options, cancellationToken).ConfigureAwait(false);
        await foreach (ChatResponseUpdate update in ReplayAsync(answer, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Ends the use of the client; the store is the caller's.</summary>
    public void Dispose() => _index.Dispose();

    /// <summary>Reads the newest complete recording of a request to a model, all of it; null when there is none.</summary>
    internal async ValueTask<WholeAnswer?> ReadCompleteAsync(string hash, string? model, CancellationToken cancellationToken)
    {
        RecordedAnswer? answer = await _index.FindNewestAsync(hash, other => string.Equals(model, other, StringComparison.Ordinal), mustBeComplete: true, cancellationToken)
            .ConfigureAwait(false);
        if (answer is null)
        {
            return null;
        }

        var chunks = new List<(DateTimeOffset, ChatResponseUpdate)>();
        await foreach ((DateTimeOffset, ChatResponseUpdate) chunk in new ChunkReader(_store, answer, _options.Json).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            chunks.Add(chunk);
        }

        return new(answer, chunks);
    }

    /// <summary>Replays an answer with its timing; nothing more is read.</summary>
    internal async IAsyncEnumerable<ChatResponseUpdate> ReplayAsync(WholeAnswer whole, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var clock = new AnswerClock(_options, whole.Answer.StartedAt);
        foreach ((DateTimeOffset at, ChatResponseUpdate update) in whole.Chunks)
        {
            await clock.WaitAsync(at, cancellationToken).ConfigureAwait(false);
            yield return update;
        }

        await clock.WaitAsync(whole.Answer.EndedAt, cancellationToken).ConfigureAwait(false);
    }

    // With its timing, up to its end or to what stands in place of one.
    private async IAsyncEnumerable<ChatResponseUpdate> ReplayAsync(RecordedAnswer answer, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var clock = new AnswerClock(_options, answer.StartedAt);
        await foreach ((DateTimeOffset at, ChatResponseUpdate update) in new ChunkReader(_store, answer, _options.Json).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            await clock.WaitAsync(at, cancellationToken).ConfigureAwait(false);
            yield return update;
        }

        await clock.WaitAsync(answer.EndedAt, cancellationToken).ConfigureAwait(false);
        if (answer is { HasGaps: false, Error: { IsReturned: false } error })
        {
            throw new LlmErrorException(error.Error, answer.StreamId) { FailureType = error.FailureType };
        }

        if (!answer.IsReturned)
        {
            throw new RecordingIncompleteException(answer.StreamId, answer.HasGaps);
        }
    }

    private bool IsOfModel(string? model) => _options.Model is null || string.Equals(_options.Model, model, StringComparison.Ordinal);

    private async ValueTask<RecordedAnswer> FindAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        string hash = ChatRequestHash.Compute(messages, options, _options.Json);
        string? streamId = _options.StreamId?.Invoke(messages, options);

        // Where no recording is complete, an error is an answer, too.
        RecordedAnswer? answer = streamId is null
            ? await _index.FindNewestAsync(hash, IsOfModel, mustBeComplete: true, cancellationToken).ConfigureAwait(false)
                ?? await _index.FindNewestAsync(hash, IsOfModel, mustBeComplete: false, cancellationToken).ConfigureAwait(false)
            : await RecordedAnswer.FindAsync(_store, streamId, cancellationToken).ConfigureAwait(false);
        if (answer is not null)
        {
            return answer;
        }

        string? prompt = ChatRequestJson.PromptOf(messages);
        ImmutableArray<RecordingSummary> nearest = await _index.FindNearestAsync(prompt, NearestCount, cancellationToken).ConfigureAwait(false);
        throw new RecordingNotFoundException(streamId, hash, Describe(messages, prompt, options), nearest);
    }

    private string Describe(IReadOnlyList<ChatMessage> messages, string? prompt, ChatOptions? options)
    {
        string said = prompt is { Length: > LongestMessage } ? prompt[..LongestMessage] + "…" : prompt ?? "nothing";
        return $"model {options?.ModelId ?? _options.Model ?? "of any name"}, {messages.Count} message(s), {options?.Tools?.Count ?? 0} tool(s), the user said last: \"{said}\"";
    }
}
