using System.Runtime.InteropServices;

namespace Daybook.Llm;

/// <summary>What stands at the beginning of a stream, up to its first token.</summary>
/// <param name="Options">What the stream was asked for; null when no START is there.</param>
/// <param name="FirstTokenAt">When the first token came.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreamBeginning(LlmOptions? Options, DateTimeOffset? FirstTokenAt)
{
    internal static async ValueTask<StreamBeginning> ReadAsync(IEventStore store, string streamId, CancellationToken cancellationToken)
    {
        LlmOptions? options = null;
        await foreach (Envelope envelope in store.ReadEventsAsync(streamId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (envelope.Is<TokenEvent>())
            {
                return new(options, envelope.Timestamp);
            }

            if (options is null && envelope.TryGet<StartEvent>(out StartEvent? start))
            {
                options = start.Options;
            }
        }

        return new(options, FirstTokenAt: null);
    }
}
