using System.Runtime.InteropServices;

namespace Daybook.Llm;

/// <summary>What stands at the beginning of a stream, up to its first token. A stream without tokens is not read to its end for that.</summary>
/// <param name="StartedAt">When the first START was recorded; null when none is there.</param>
/// <param name="Options">What it asked for; null when no START is there.</param>
/// <param name="FirstTokenAt">When the first token came; null when none is there.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreamBeginning(DateTimeOffset? StartedAt, LlmOptions? Options, DateTimeOffset? FirstTokenAt)
{
    /// <summary>How many events a beginning has at most.</summary>
    private const int Longest = 1024;

    internal static async ValueTask<StreamBeginning> ReadAsync(IEventStore store, string streamId, CancellationToken cancellationToken)
    {
        DateTimeOffset? startedAt = null;
        LlmOptions? options = null;
        int count = 0;
        await foreach (Envelope envelope in store.ReadEventsAsync(streamId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (envelope.Is<TokenEvent>())
            {
                return new(startedAt, options, envelope.Timestamp);
            }

            if (options is null && envelope.TryGet<StartEvent>(out StartEvent? start))
            {
                (startedAt, options) = (envelope.Timestamp, start.Options);
            }

            if (++count == Longest)
            {
                break;
            }
        }

        return new(startedAt, options, FirstTokenAt: null);
    }
}
