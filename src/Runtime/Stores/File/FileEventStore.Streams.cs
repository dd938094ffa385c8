using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Stores;

public sealed partial class FileEventStore
{
    /// <inheritdoc/>
    protected override ValueTask<StreamInfo?> GetStreamInfoCoreAsync(string streamId, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                lock (_log.Gate)
                {
                    _follower?.Refresh();
                    return new(_log.Find(streamId, committed: true) is { } head ? InfoOf(head) : null);
                }
            }
            catch (SegmentReplacedException)
            {
                LookAgain();
            }
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<StreamListing> ListStreamsCoreAsync(string prefix, string? continuation, int maxCount, CancellationToken cancellationToken)
    {
        // A stream is listed where it began, which is one place for good, however far it moves while pages are read.
        int number = 1;
        int slot = 0;
        if (continuation is not null)
        {
            string[] parts = continuation.Split('.');
            if (parts.Length != 2
                || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out number)
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out slot)
                || number < 1)
            {
                throw new ArgumentException("The continuation is none that a listing of this store has given.", nameof(continuation));
            }
        }

        while (true)
        {
            try
            {
                return new(ListingFrom(prefix, number, slot, maxCount, cancellationToken));
            }
            catch (SegmentReplacedException)
            {
                LookAgain();
            }
        }
    }

    private StreamListing ListingFrom(string prefix, int number, int slot, int maxCount, CancellationToken cancellationToken)
    {
        bool wantsSystem = StreamId.IsSystem(prefix);
        ImmutableArray<StreamInfo>.Builder streams = ImmutableArray.CreateBuilder<StreamInfo>();
        lock (_log.Gate)
        {
            _follower?.Refresh();
            for (; number <= _log.Segments.Count; number++, slot = 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Segment segment = _log.Segments[number - 1];
                SegmentIndex? index = segment.Live is null ? _log.Indexes.Of(segment) : null;
                int count = index?.Head.SlotCount ?? segment.Live!.Streams.Count;
                for (; slot < count; slot++)
                {
                    if (index is not null && !index.Has(slot))
                    {
                        continue;
                    }

                    string id = index?.IdOf(slot) ?? segment.Live!.Streams.IdOf(slot);
                    if (!id.StartsWith(prefix, StringComparison.Ordinal) || StreamId.IsSystem(id) != wantsSystem)
                    {
                        continue;
                    }

                    StreamHead origin = _log.HeadAt(number, slot);
                    if (origin.PreviousSegment != 0 || _log.Find(id, committed: true) is not { } head || head.FirstOffset != origin.FirstOffset)
                    {
                        continue;
                    }

                    if (streams.Count == maxCount)
                    {
                        return new(streams.ToImmutable(), string.Create(CultureInfo.InvariantCulture, $"{number}.{slot}"));
                    }

                    streams.Add(InfoOf(head));
                }
            }
        }

        return new(streams.ToImmutable(), Continuation: null);
    }

    private static StreamInfo InfoOf(StreamHead head) => new()
    {
        StreamId = head.Id,
        Version = head.VisibleVersion,
        FirstSequence = head.VisibleFirstSequence,
        Category = head.Category,
        FirstTimestamp = new(head.FirstTimestamp, TimeSpan.Zero),
        LastTimestamp = new(head.VisibleTimestamp, TimeSpan.Zero),
        Incarnation = head.Incarnation,
        Hash = head.VisibleChain?.Last,
        HashBefore = head.VisibleChain?.Before,
    };
}
