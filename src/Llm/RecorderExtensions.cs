namespace Daybook.Llm;

/// <summary>What both L0s call besides the generated methods of <see cref="LlmState.Recorder"/>: their other orders of arguments, and exceptions.</summary>
public static class RecorderExtensions
{
    /// <summary>GUARDRAIL: the answer so far was checked.</summary>
    /// <param name="recorder">The recorder.</param>
    /// <param name="at">How many tokens had come by then.</param>
    /// <param name="result">What the check found.</param>
    /// <param name="options">How to append it.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where it stands.</returns>
    public static ValueTask<AppendResult> RecordGuardrailAsync(
        this LlmState.Recorder recorder, int at, GuardrailResult result, AppendOptions options = default, CancellationToken cancellationToken = default) =>
        Checked(recorder).RecordGuardrailAsync(result, at, checkType: null, options, cancellationToken);

    /// <inheritdoc cref="RecordGuardrailAsync(LlmState.Recorder, int, GuardrailResult, AppendOptions, CancellationToken)"/>
    /// <param name="recorder">The recorder.</param>
    /// <param name="result">What the check found.</param>
    /// <param name="checkType">Which check it was.</param>
    /// <param name="options">How to append it.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    public static ValueTask<AppendResult> RecordGuardrailAsync(
        this LlmState.Recorder recorder, GuardrailResult result, string checkType, AppendOptions options = default, CancellationToken cancellationToken = default) =>
        Checked(recorder).RecordGuardrailAsync(result, at: null, checkType, options, cancellationToken);

    /// <summary>DRIFT: it was checked whether the answer wanders off.</summary>
    /// <param name="recorder">The recorder.</param>
    /// <param name="at">How many tokens had come by then.</param>
    /// <param name="result">What the check found.</param>
    /// <param name="options">How to append it.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where it stands.</returns>
    public static ValueTask<AppendResult> RecordDriftAsync(
        this LlmState.Recorder recorder, int at, DriftResult result, AppendOptions options = default, CancellationToken cancellationToken = default) =>
        Checked(recorder).RecordDriftAsync(result, at, options, cancellationToken);

    /// <summary>RETRY: the answer is asked for again, from nothing.</summary>
    /// <param name="recorder">The recorder.</param>
    /// <param name="reason">Why.</param>
    /// <param name="attempt">Which retry it is, from 1.</param>
    /// <param name="countsTowardLimit">Whether it counts against the limit of attempts.</param>
    /// <param name="options">How to append it.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where it stands.</returns>
    public static ValueTask<AppendResult> RecordRetryAsync(
        this LlmState.Recorder recorder,
        string reason,
        int attempt = 1,
        bool countsTowardLimit = true,
        AppendOptions options = default,
        CancellationToken cancellationToken = default) =>
        Checked(recorder).RecordRetryAsync(attempt, reason, delay: null, countsTowardLimit, options, cancellationToken);

    /// <summary>FALLBACK: another model is asked, from nothing.</summary>
    /// <param name="recorder">The recorder.</param>
    /// <param name="fromIndex">The model that was asked before; 0 is the first choice.</param>
    /// <param name="toIndex">The model that is asked now.</param>
    /// <param name="reason">Why.</param>
    /// <param name="options">How to append it.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where it stands.</returns>
    public static ValueTask<AppendResult> RecordFallbackAsync(
        this LlmState.Recorder recorder,
        int fromIndex,
        int toIndex,
        string? reason = null,
        AppendOptions options = default,
        CancellationToken cancellationToken = default) =>
        Checked(recorder).RecordAsync(new FallbackEvent(toIndex) { From = fromIndex, Reason = reason }, options, cancellationToken);

    /// <summary>ERROR: something was thrown.</summary>
    /// <param name="recorder">The recorder.</param>
    /// <param name="exception">What was thrown; its stack is not recorded: for that, record <see cref="LlmError.From"/>.</param>
    /// <param name="failureType">What kind of failure it is.</param>
    /// <param name="recoveryStrategy">What is done about it.</param>
    /// <param name="policy">By which policy that was decided; a text is the policy's id.</param>
    /// <param name="options">How to append it.</param>
    /// <param name="cancellationToken">Ends the wait before anything is written.</param>
    /// <returns>Where it stands.</returns>
    public static ValueTask<AppendResult> RecordErrorAsync(
        this LlmState.Recorder recorder,
        Exception exception,
        FailureType? failureType = null,
        RecoveryStrategy? recoveryStrategy = null,
        RecoveryPolicy? policy = null,
        AppendOptions options = default,
        CancellationToken cancellationToken = default) =>
        Checked(recorder).RecordErrorAsync(LlmError.From(exception), failureType, recoveryStrategy, policy, options, cancellationToken);

    /// <summary>How many events the stream has, as its store says: the sequence of the next one, whoever records it.</summary>
    /// <param name="recorder">The recorder.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The stream's version; 0 when there is no stream.</returns>
    public static async ValueTask<long> GetVersionAsync(this EventRecorder recorder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        StreamInfo? info = await recorder.Store.GetStreamInfoAsync(recorder.StreamId, cancellationToken).ConfigureAwait(false);
        return info?.Version ?? 0;
    }

    private static LlmState.Recorder Checked(LlmState.Recorder recorder)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        return recorder;
    }
}
