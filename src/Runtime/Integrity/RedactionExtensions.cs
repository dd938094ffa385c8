using Daybook.MessagePack;
using Daybook.Stores;

namespace Daybook;

/// <summary>Redaction: taking an event's payload out for good.</summary>
public static class RedactionExtensions
{
    /// <summary>
    /// Puts a <see cref="Redacted"/> in an event's place: type, hash of the payload and the reason stay, the payload is gone for every reader. Id,
    /// sequence, time stamp, metadata and the hash chain stay as they are; the stream's snapshots are deleted.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream.</param>
    /// <param name="sequence">The event.</param>
    /// <param name="reason">Why; it is kept in place of the payload.</param>
    /// <param name="timeProvider">Says when.</param>
    /// <param name="cancellationToken">Ends the work before anything is written.</param>
    /// <returns>False when the event was redacted before.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="EventNotFoundException">The stream has no such event (any more).</exception>
    /// <exception cref="NotSupportedException">The store cannot: see <see cref="StoreCapabilities.CanReplace"/>.</exception>
    public static async ValueTask<bool> RedactAsync(
        this IEventStore store, string streamId, long sequence, string reason, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Redacted redacted;
        using (EventPage page = await store.ReadStreamAsync(streamId, sequence, 1, cancellationToken).ConfigureAwait(false))
        {
            if (page.StreamVersion == 0)
            {
                throw new StreamNotFoundException(streamId);
            }

            if (page.Count == 0 || page.Events[0].Sequence != sequence)
            {
                throw new EventNotFoundException(streamId, sequence, page.FirstSequence, page.StreamVersion);
            }

            ref readonly RecordedEvent recorded = ref page.Events[0];
            Schema.RecordSchema schema = page.Types[recorded.TypeIndex];
            if (EventDescriptor.Of<Redacted>().Matches(schema))
            {
                return false;
            }

            redacted = new(new(schema.Name, schema.Version), EventChain.HashOf(page.PayloadOf(recorded)), reason, (timeProvider ?? TimeProvider.System).GetUtcNow());
        }

        using var payload = new PooledBuffer();
        var writer = new MessagePackWriter(payload);
        EventForms.Write(ref writer, in redacted);
        writer.Flush();
        return await store.ReplaceEventAsync(streamId, sequence, EventForms.SchemaOf<Redacted>(), payload.WrittenMemory, cancellationToken).ConfigureAwait(false)
            ? true
            : throw new StreamNotFoundException(streamId);
    }
}
