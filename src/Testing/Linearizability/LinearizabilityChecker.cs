using System.Globalization;

namespace Daybook.Testing;

/// <summary>
/// Decides whether what clients saw of a store can be explained: per stream by calls that happened one after the other, and
/// in the feed by one order of all events. Lost, doubled and reordered events cannot be.
/// </summary>
public static class LinearizabilityChecker
{
    /// <summary>Looks, for each stream, for an order of its calls that explains all answers.</summary>
    /// <param name="history">The calls of all clients; the streams did not exist before.</param>
    /// <returns>How many streams' histories are too tangled to decide about: fewer clients, calls or faults leave fewer of them.</returns>
    /// <exception cref="ComplianceException">There is none.</exception>
    public static int CheckStreams(IEnumerable<StreamCall> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        int undecided = 0;
        foreach (IGrouping<string, StreamCall> stream in history.GroupBy(call => call.StreamId, StringComparer.Ordinal))
        {
            var search = new WitnessSearch([.. stream]);
            if (search.FindProblem() is { } problem)
            {
                throw new ComplianceException(problem);
            }

            undecided += search.IsUndecided ? 1 : 0;
        }

        return undecided;
    }

    /// <summary>Compares offsets with what happened before what.</summary>
    /// <param name="history">The calls of all clients.</param>
    /// <exception cref="ComplianceException">An append got a lesser offset than one that had been acknowledged before it was made.</exception>
    public static void CheckOffsets(IEnumerable<StreamCall> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        StreamCall[] appends = [.. history.Where(call => call is { Kind: StreamCallKind.Append, Answer: StreamAnswer.Done }).OrderBy(call => call.Returned)];
        long[] greatest = new long[appends.Length];
        for (int i = 0; i < appends.Length; i++)
        {
            greatest[i] = Math.Max(i == 0 ? -1 : greatest[i - 1], appends[i].Offsets[^1]);
        }

        foreach (StreamCall call in appends)
        {
            int before = CountReturnedBefore(appends, call.Invoked);
            if (before > 0 && greatest[before - 1] >= call.Offsets[0])
            {
                throw Problem($"An append got the offset {call.Offsets[0]}, although one with offset {greatest[before - 1]} had been acknowledged before: {call}");
            }
        }
    }

    /// <summary>Compares what somebody saw who followed the feed, beside the writers, with what is there in the end.</summary>
    /// <param name="seen">What was seen, in order.</param>
    /// <param name="remaining">The feed in the end, from the same offset on.</param>
    /// <param name="history">The calls of all clients, final reads of all streams included.</param>
    /// <exception cref="ComplianceException">An event is missing, there twice, or elsewhere than the writer was told.</exception>
    public static void CheckFeed(IReadOnlyList<FeedSighting> seen, IReadOnlyList<FeedSighting> remaining, IEnumerable<StreamCall> history)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(remaining);
        ArgumentNullException.ThrowIfNull(history);
        for (int i = 1; i < seen.Count; i++)
        {
            if (seen[i].Offset <= seen[i - 1].Offset)
            {
                throw Problem($"The feed went back: {seen[i - 1]}, then {seen[i]}.");
            }
        }

        var byOffset = seen.ToDictionary(sighting => sighting.Offset);
        foreach (FeedSighting sighting in remaining)
        {
            if (!byOffset.TryGetValue(sighting.Offset, out FeedSighting met) || met != sighting)
            {
                throw Problem($"Who followed the feed missed {sighting}.");
            }
        }

        foreach (StreamCall append in history.Where(call => call is { Kind: StreamCallKind.Append, Answer: StreamAnswer.Done }))
        {
            for (int i = 0; i < append.EventIds.Length; i++)
            {
                var told = new FeedSighting(append.Offsets[i], append.StreamId, append.Value + i, append.EventIds[i]);
                // A deleted event may never have been seen.
                if (byOffset.TryGetValue(told.Offset, out FeedSighting met) && met != told)
                {
                    throw Problem($"The writer was told of {told}, but the feed has {met}.");
                }
            }
        }
    }

    /// <summary>Compares the feed in the end with the streams in the end.</summary>
    /// <param name="remaining">The feed.</param>
    /// <param name="finalReads">Reads of each stream from its beginning to its end, page by page.</param>
    /// <exception cref="ComplianceException">They differ.</exception>
    public static void CheckEnd(IReadOnlyList<FeedSighting> remaining, IEnumerable<StreamCall> finalReads)
    {
        ArgumentNullException.ThrowIfNull(remaining);
        ArgumentNullException.ThrowIfNull(finalReads);
        ILookup<string, FeedSighting> streams = remaining.ToLookup(sighting => sighting.StreamId, StringComparer.Ordinal);
        foreach (IGrouping<string, StreamCall> reads in finalReads.GroupBy(read => read.StreamId, StringComparer.Ordinal))
        {
            IEnumerable<(long, EventId)> inStream = reads.SelectMany(read => read.EventIds).Select((id, i) => (reads.First().FirstSequence + i, id));
            IEnumerable<(long, EventId)> inFeed = streams[reads.Key].Select(sighting => (sighting.Sequence, sighting.Id));
            if (!inStream.SequenceEqual(inFeed))
            {
                throw Problem($"Stream '{reads.Key}' has {string.Join(", ", inStream)}; the feed has {string.Join(", ", inFeed)}.");
            }
        }
    }

    private static int CountReturnedBefore(StreamCall[] byReturn, long time)
    {
        int low = 0;
        int high = byReturn.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (byReturn[middle].Returned < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static ComplianceException Problem(FormattableString text) => new(text.ToString(CultureInfo.InvariantCulture));
}
