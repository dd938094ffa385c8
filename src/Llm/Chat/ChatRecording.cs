using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>
/// One response on its way into its stream. Every update is turned into events as it comes, so that what a caller does with it later does not show. Nothing
/// here throws because of the store but <see cref="ThrowIfFailed"/>, where the policy is to fail.
/// </summary>
internal sealed class ChatRecording
{
    // For who does not want to wait any more.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly RecordedChatClient _client;
    private readonly RecordedChatOptions _options;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _startedAt;
    private readonly long _startedTimestamp;
    private string _streamId = "";
    private ChatEventWriter? _writer;
    private EventSink? _sink;
    private ChunkEncoder? _encoder;
    private Exception? _failure;

    private ChatRecording(RecordedChatClient client)
    {
        _client = client;
        _options = client.Options;
        _time = _options.Recorder.TimeProvider;
        _startedAt = _time.GetUtcNow();
        _startedTimestamp = _time.GetTimestamp();
    }

    /// <summary>Whether so much waits for the store that the response must, too.</summary>
    internal bool IsFull => _writer is { } writer && writer.Waiting >= _options.BufferedEvents;

    /// <summary>Begins to record a request, whose JSON is made unless somebody has done so.</summary>
    internal static async ValueTask<ChatRecording> BeginAsync(
        RecordedChatClient client, IReadOnlyList<ChatMessage> messages, ChatOptions? options, ChatRequest? request, CancellationToken cancellationToken)
    {
        var recording = new ChatRecording(client);
        try
        {
            await recording.OpenAsync(messages, options, request, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a store or a caller's own code throws, the policy decides; but a stream that is given twice is a mistake of the program.
        catch (Exception exception) when (exception is not AnswerCompleteException && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            recording.Fail(exception);
        }

        recording.ThrowIfFailed();
        return recording;
    }

    /// <summary>Records a chunk of the answer.</summary>
    internal void Record(ChatResponseUpdate update) => Write(static (recording, update) => recording._encoder!.Add(update!), update);

    /// <summary>The answer has ended by itself, unless it goes on in the background.</summary>
    /// <param name="goesOn">Whether it does; null leaves it to its last update.</param>
    /// <param name="cancellationToken">Ends the wait for the store, which goes on without the caller.</param>
    internal async ValueTask EndAsync(bool? goesOn, CancellationToken cancellationToken)
    {
        Write((recording, _) => AttemptEvents.End(recording._sink!, recording._encoder!, goesOn));
        if (!await FinishAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The answer broke off.</summary>
    internal async ValueTask BreakOffAsync(Exception exception, CancellationToken cancellationToken)
    {
        Write((recording, _) => recording._sink!.Add(
            new ErrorEvent(LlmError.From(exception, _options.KeepStackTraces), ChatFailures.KindOf(exception, _options, cancellationToken))));
        _ = await FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The caller has stopped reading the answer, or was cancelled between two chunks.</summary>
    internal async ValueTask AbandonAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            await BreakOffAsync(new OperationCanceledException(cancellationToken), cancellationToken).ConfigureAwait(false);
            return;
        }

        Write(static (recording, _) => recording._sink!.Add(
            new ErrorEvent(new("Abandoned", "The caller stopped reading the answer before its end."), FailureType.Abort)));
        _ = await FinishAsync(new(canceled: true)).ConfigureAwait(false);
    }

    /// <summary>Waits until the store has taken everything.</summary>
    internal ValueTask WaitAsync(CancellationToken cancellationToken) => _writer?.WaitAsync(_options.StoreTimeout, cancellationToken) ?? default;

    /// <summary>Throws what the store threw, where the policy is that the response fails with it.</summary>
    internal void ThrowIfFailed()
    {
        if (_options.OnStoreFailure == StoreFailurePolicy.Fail && Volatile.Read(ref _failure) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private async ValueTask OpenAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, ChatRequest? request, CancellationToken cancellationToken)
    {
        Versioned<LlmState> before = default;
        if (_options.StreamId is { } streamIdOf)
        {
            _streamId = streamIdOf(messages, options)
                ?? throw new InvalidOperationException("RecordedChatOptions.StreamId gave null for a request; return the id of its stream, or leave the option out.");
            before = await LoadAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _streamId = Guid.CreateVersion7(_startedAt).ToString();
        }

        EventMetadata? metadata = _options.Metadata?.Invoke(messages, options);
        var recorder = new LlmState.Recorder(_client.Store, _streamId, metadata is null ? _options.Recorder : _options.Recorder with { Metadata = metadata });
        var writer = new ChatEventWriter(recorder, before.Version, Report);
        _sink = new(writer, _options.Redaction ?? ChatRedaction.None);
        _encoder = new(_sink, _options);
        _writer = writer;
        StartEvent start = StartOf(messages, options, request ?? ChatRequest.Of(messages, options, _options));
        Write((recording, _) => AttemptEvents.Open(recording._sink!, start, before.Version == 0 ? null : before.State, _options.FallbackIndex));
    }

    private async ValueTask<Versioned<LlmState>> LoadAsync(CancellationToken cancellationToken)
    {
        // Whatever is left of what came before: it is only to be known what the next attempt is.
        LoadOptions load = _options.Recorder.Load with { AllowPartial = true };
        Versioned<LlmState> loaded = await _client.Store.LoadAsync<LlmState>(_streamId, options: load, cancellationToken: cancellationToken)
            .AsTask().WaitAsync(_options.StoreTimeout, _time, cancellationToken).ConfigureAwait(false);
        return loaded.State.Completed
            ? throw new AnswerCompleteException(_streamId)
            : loaded;
    }

    private StartEvent StartOf(IReadOnlyList<ChatMessage> messages, ChatOptions? options, ChatRequest request)
    {
        var asked = new LlmOptions { Model = options?.ModelId ?? _client.DefaultModel, Prompt = _options.KeepRequest ? ChatRequestJson.PromptOf(messages) : null };
        return new(asked, request.Json, request.Hash);
    }

    // Whether the store has taken everything. The wait does not end with the caller's: what is queued is still written, and a failure reported.
    private async ValueTask<bool> FinishAsync(CancellationToken cancellationToken)
    {
        Task written = WaitAsync(CancellationToken.None).AsTask();
        await written.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!written.IsCompleted)
        {
            await written.WaitAsync(Patience, _time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return written.IsCompleted;
    }

    private void Write(Action<ChatRecording, ChatResponseUpdate?> add, ChatResponseUpdate? update = null)
    {
        // One moment counts for all of a chunk, from one reading of the clock: it runs evenly, also when the system's is set.
        DateTimeOffset now = _startedAt + _time.GetElapsedTime(_startedTimestamp);
        if (_writer is not { } writer || Volatile.Read(ref _failure) is not null)
        {
            return;
        }

        try
        {
            lock (writer.Gate)
            {
                if (writer.Failure is null)
                {
                    _sink!.At(now);
                    try
                    {
                        add(this, update);
                    }
                    finally
                    {
                        writer.Send(_sink.Count);
                    }
                }
            }
        }
#pragma warning disable CA1031 // Whatever a redaction or a content's JSON throws, the policy decides.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            writer.Stop(exception);
        }
    }

    private void Fail(Exception exception)
    {
        if (_writer is { } writer)
        {
            writer.Stop(exception);
        }
        else
        {
            Report(exception);
        }
    }

    private void Report(Exception exception)
    {
        Volatile.Write(ref _failure, exception);
        _client.Report(new(_streamId, exception));
    }
}
