using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>How a <see cref="RecordedChatClient"/> records.</summary>
public sealed record RecordedChatOptions
{
    internal static readonly TimeSpan LongestTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>The settings of a client that is given none.</summary>
    public static RecordedChatOptions Default { get; } = new();

    /// <summary>
    /// The stream of a request; a UUIDv7 unless said. A stream that is there already and holds no complete answer takes the request as another attempt: RETRY
    /// is recorded before it, or FALLBACK where <see cref="FallbackIndex"/> is another one. To see that, the stream is looked up before the request is sent; one that
    /// holds a complete answer is refused with an <see cref="AnswerCompleteException"/>.
    /// </summary>
    public Func<IReadOnlyList<ChatMessage>, ChatOptions?, string>? StreamId { get; init; }

    /// <summary>Which of several models the client asks, where a fallback has a client of its own; 0 is the first choice.</summary>
    public int FallbackIndex { get; init; }

    /// <summary>What becomes of a response that cannot be recorded: it goes on unless said.</summary>
    public StoreFailurePolicy OnStoreFailure { get; init; }

    /// <summary>
    /// Hears of every response that could not be recorded, once each, whatever the policy, and of every time a cache could not read and goes on. What it throws is
    /// left aside.
    /// </summary>
    public Action<RecordingFailure>? Report { get; init; }

    /// <summary>Sees every event before it is stored.</summary>
    public ChatRedaction? Redaction { get; init; }

    /// <summary>
    /// Whether START keeps the request and its prompt, as far as the store takes an event of that size; the hash by which the answer is found again is kept in
    /// any case.
    /// </summary>
    public bool KeepRequest { get; init; } = true;

    /// <summary>Whether errors keep where they were thrown.</summary>
    public bool KeepStackTraces { get; init; }

    /// <summary>A checkpoint every so many tokens of text; 0 for none. Each holds the whole answer so far.</summary>
    public int CheckpointInterval { get; init; }

    /// <summary>
    /// How long a response waits for the store: at its end, and when it is far ahead of it; at most 24 days. Longer is a failure of the store. A caller who cancels
    /// or stops reading waits a second at most; what is queued by then is still written, within this time.
    /// </summary>
    public TimeSpan StoreTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many events of one response wait for the store at most before the response does; with 1, no chunk is handed out before it is on record.</summary>
    public int BufferedEvents { get; init; } = 8192;

    /// <summary>Clock, metadata, retries and snapshots of the streams' recorders.</summary>
    public RecorderOptions Recorder { get; init; } = RecorderOptions.Default;

    /// <summary>The metadata of a request's events, in place of the recorder's: correlation, actor.</summary>
    public Func<IReadOnlyList<ChatMessage>, ChatOptions?, EventMetadata?>? Metadata { get; init; }

    /// <summary>What kind of failure an exception is; null leaves it to what is known of it.</summary>
    public Func<Exception, FailureType?>? FailureType { get; init; }

    /// <summary>Turns contents and further properties into JSON; it must know the types of one's own, and all that <see cref="AIJsonUtilities.DefaultOptions"/> do, by the same names.</summary>
    public JsonSerializerOptions Json { get; init; } = AIJsonUtilities.DefaultOptions;
}
