using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>
/// Records what a chat client answers, chunk by chunk as it flows: each response is a stream of events that <see cref="LlmState"/> folds and
/// <see cref="ReplayChatClient"/> answers from. Updates are handed on at once and written behind the response's back; a response ends when all of it is in
/// the store, unless its caller leaves it before. Safe for concurrent use.
/// </summary>
public sealed class RecordedChatClient : DelegatingChatClient
{
    private long _failures;

    /// <summary>Records a client.</summary>
    /// <param name="innerClient">The client; disposed with this one.</param>
    /// <param name="store">Where its answers are recorded; it is the caller's to dispose.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">With these options nothing could be recorded: the message says what to change.</exception>
    public RecordedChatClient(IChatClient innerClient, IEventStore store, RecordedChatOptions? options = null)
        : base(innerClient)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
        Options = options ?? RecordedChatOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(Options.FallbackIndex, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(Options.CheckpointInterval, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.BufferedEvents, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Options.StoreTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Options.StoreTimeout, RecordedChatOptions.LongestTimeout, nameof(options));
        ChatOptionChecks.Check(Options.Recorder, store, nameof(options));
        ChatOptionChecks.Check(Options.Json, nameof(options));
        DefaultModel = innerClient.GetService<ChatClientMetadata>()?.DefaultModelId;
    }

    /// <summary>Where the answers are recorded.</summary>
    public IEventStore Store { get; }

    /// <summary>How they are recorded.</summary>
    public RecordedChatOptions Options { get; }

    /// <summary>How many responses could not be recorded, or not wholly.</summary>
    public long FailureCount => Interlocked.Read(ref _failures);

    internal string? DefaultModel { get; }

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetResponseAsync(messages, options, known: null, cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, known: null, cancellationToken);

    internal async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, ChatRequest? known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> request = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        ChatRecording recording = await ChatRecording.BeginAsync(this, request, options, known, cancellationToken).ConfigureAwait(false);
        ChatResponse response;
        try
        {
            response = await InnerClient.GetResponseAsync(request, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await recording.BreakOffAsync(exception, cancellationToken).ConfigureAwait(false);
            throw;
        }

        foreach (ChatResponseUpdate update in WholeResponse.ToUpdates(response))
        {
            recording.Record(update);
        }

        // The response says so as a whole; its last update need not.
#pragma warning disable MEAI001 // What goes on is recorded as such, also while its API is experimental.
        bool goesOn = response.ContinuationToken is not null;
#pragma warning restore MEAI001
        await recording.EndAsync(goesOn, cancellationToken).ConfigureAwait(false);
        recording.ThrowIfFailed();
        return response;
    }

    internal async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, ChatRequest? known, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> request = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        ChatRecording recording = await ChatRecording.BeginAsync(this, request, options, known, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerator<ChatResponseUpdate>? updates = null;
        bool isOpen = true;
        try
        {
            while (true)
            {
                ChatResponseUpdate update;
                try
                {
                    updates ??= InnerClient.GetStreamingResponseAsync(request, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
                    if (!await updates.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    update = updates.Current;
                }
                catch (Exception exception)
                {
                    isOpen = false;
                    await recording.BreakOffAsync(exception, cancellationToken).ConfigureAwait(false);
                    throw;
                }

                recording.Record(update);
                if (recording.IsFull)
                {
                    await recording.WaitAsync(cancellationToken).ConfigureAwait(false);
                }

                recording.ThrowIfFailed();
                yield return update;
            }

            isOpen = false;
            await recording.EndAsync(goesOn: null, cancellationToken).ConfigureAwait(false);
            recording.ThrowIfFailed();
        }
        finally
        {
            try
            {
                // The model stops before anything waits for the store.
                if (updates is not null)
                {
                    await updates.DisposeAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                if (isOpen)
                {
                    await recording.AbandonAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Counts and tells a response that could not be recorded.</summary>
    internal void Report(RecordingFailure failure)
    {
        _ = Interlocked.Increment(ref _failures);
        Tell(failure);
    }

    /// <summary>Tells a failure that costs no recording.</summary>
    internal void Tell(RecordingFailure failure)
    {
        try
        {
            Options.Report?.Invoke(failure);
        }
#pragma warning disable CA1031 // A report that fails must not break the response.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
