using System.Runtime.CompilerServices;

namespace Daybook.Stores.Copying;

/// <summary>The streams that a copy takes.</summary>
internal static class StreamNames
{
    internal static async IAsyncEnumerable<string> OfAsync(IEventStore store, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            StreamListing listing = await store.ListStreamsAsync(prefix, continuation, cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (StreamInfo stream in listing.Streams)
            {
                if (!IsBoundToOffsets(stream.StreamId))
                {
                    yield return stream.StreamId;
                }
            }

            continuation = listing.Continuation;
        }
        while (continuation is not null);
    }

    // Checkpoints and views say where they are by offsets, which mean something else in another store.
    private static bool IsBoundToOffsets(string streamId) =>
        streamId.StartsWith("$checkpoint:", StringComparison.Ordinal) || streamId.StartsWith("$view:", StringComparison.Ordinal);
}
