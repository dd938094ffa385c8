using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>
/// Rewrites full segments without what is dead, one after the other from the first, while the store goes on. Only the
/// moment in which the new file takes its name is under the lock.
/// </summary>
internal sealed class LogCompactor(SegmentLog log, SegmentHandles handles, IDurableEnd durableEnd)
{
    // An append's flush waits for those before it and for a processor, so little is flushed at once, and then comes a pause.
    private const int PieceSize = 64 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Whether the segment that is written to should be ended, because it holds what has to go.</summary>
    internal bool ShouldEndLast(double leastDeadShare)
    {
        LiveSegment live;
        int count;
        lock (log.Gate)
        {
            live = log.Last.Live!;
            count = live.Streams.Count;
            if (live.Replacements.Count > 0 || log.Replaced.Keys.Any(offset => offset >= live.Header.FirstOffset))
            {
                return true;
            }

            if (!log.HasRemovals || live.End == SegmentHeader.Size)
            {
                return false;
            }
        }

        long dead = 0;
        long all = 0;
        for (int slot = 0; slot < count; slot++)
        {
            lock (log.Gate)
            {
                LiveStream part = live.Streams.Peek(slot);
                StreamHead? head = log.Find(part.Id, committed: true);
                bool lives = head is not null && head.FirstOffset == part.FirstOffset;
                long keepFrom = lives ? Math.Clamp(head!.VisibleFirstSequence, part.SegmentSequence, part.Version) : part.Version;
                dead += keepFrom - part.SegmentSequence;
                all += part.Version - part.SegmentSequence;
            }
        }

        return dead > 0 && dead >= leastDeadShare * all;
    }

    /// <summary>Rewrites those of the full segments that are worth it.</summary>
    internal FileCompactionReport Run(double leastDeadShare, CancellationToken cancellationToken)
    {
        int rewritten = 0;
        long freed = 0;
        long dead = 0;
        var deadBefore = new HashSet<long>();
        EventTypeTable types = CopyTypes(log);
        int number = 1;
        int end = CountSegments(log);
        for (; number < end && TryGetFull(log, number, out Segment? segment); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var plan = SegmentPlan.Of(log, segment, deadBefore);
            if (!plan.HasDead)
            {
                continue;
            }

            using var rewriter = new SegmentRewriter(plan, types);
            using IStoreFile file = SegmentFile.OpenRead(log.Files, segment);
            long length = rewriter.Measure(file, cancellationToken);
            long gain = segment.CommittedEnd - length;
            if (plan.IsUrgent || (gain > 0 && gain >= leastDeadShare * (segment.CommittedEnd - SegmentHeader.Size)))
            {
                Rewrite(plan, rewriter, file, types, (int)length, cancellationToken);
                rewritten++;
                freed += gain;
                continue;
            }

            dead += Math.Max(0, gain);
            deadBefore.UnionWith(plan.Fates.Values.Where(static fate => !fate.Lives).Select(static fate => fate.Part.FirstOffset));
        }

        return new() { Segments = number - 1, RewrittenSegments = rewritten, FreedBytes = freed, DeadBytes = dead };
    }

    /// <summary>How many bytes of full segments are dead.</summary>
    internal static long CountDead(SegmentLog log, CancellationToken cancellationToken)
    {
        long dead = 0;
        var deadBefore = new HashSet<long>();
        EventTypeTable types = CopyTypes(log);
        int end = CountSegments(log);
        for (int number = 1; number < end && TryGetFull(log, number, out Segment? segment); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var plan = SegmentPlan.Of(log, segment, deadBefore);
            if (plan.HasDead)
            {
                // As if all before had been rewritten: then nothing keeps the deletions.
                using var rewriter = new SegmentRewriter(plan, types);
                using IStoreFile file = SegmentFile.OpenRead(log.Files, segment);
                dead += Math.Max(0, segment.CommittedEnd - rewriter.Measure(file, cancellationToken));
            }
        }

        return dead;
    }

    // The store's own may grow under the lock while this one is read.
    private static EventTypeTable CopyTypes(SegmentLog log)
    {
        var copy = new EventTypeTable();
        for (int i = 0; i < log.Types.Count; i++)
        {
            _ = copy.Add(log.Types[i]);
        }

        return copy;
    }

    // What is deleted while this goes on stands in segments that come later. They wait for the next time: those before them were
    // looked at when it was alive, and still need the deletion.
    private static int CountSegments(SegmentLog log)
    {
        lock (log.Gate)
        {
            return log.Segments.Count;
        }
    }

    private static bool TryGetFull(SegmentLog log, int number, [NotNullWhen(true)] out Segment? segment)
    {
        lock (log.Gate)
        {
            segment = number < log.Segments.Count ? log.Segments[number - 1] : null;
            return segment is { Live: null };
        }
    }

    private void Rewrite(SegmentPlan plan, SegmentRewriter rewriter, IStoreFile file, EventTypeTable types, int length, CancellationToken cancellationToken)
    {
        Segment old = plan.Segment;
        string path = old.Path + SegmentNames.Temporary;
        var live = new LiveSegment(old.Header with { Identity = SegmentHeader.NewIdentity(), RewrittenEnd = length });
        byte[] indexFile;
        Segment segment;
        try
        {
            using (IStoreFile target = log.Files.Create(path))
            {
                Write(rewriter, file, target, live, types, cancellationToken);
                SegmentFile.WriteHeader(target, live.Header);
            }

            indexFile = SegmentIndexWriter.Write(live, types);
            segment = new(live.Header, log.Directory) { CommittedEnd = length, CommittedOffset = old.CommittedOffset };
            SegmentIndex index = SegmentIndex.TryOpen(indexFile, live.Header)!;

            // Before, so that no reader fits this segment's old file to a later segment's new one.
            durableEnd.CountRewrite();
            lock (log.Gate)
            {
                log.Files.Rename(path, old.Path);
                log.Replace(old, segment, index, plan.Replaced.Values);
            }
        }
        catch
        {
            log.Files.TryDelete(path);
            throw;
        }

        handles.CloseReplaced();
        log.Files.FlushDirectory(log.Directory);
        durableEnd.CountRewrite();
        bool isWritten = IndexFile.TryWrite(log.Files, segment.IndexPath, indexFile);
        lock (log.Gate)
        {
            segment.KeepsIndex = !isWritten;
        }
    }

    private static void Write(SegmentRewriter rewriter, IStoreFile file, IStoreFile target, LiveSegment live, EventTypeTable types, CancellationToken cancellationToken)
    {
        using var piece = new PooledBuffer();
        int written = SegmentHeader.Size;
        rewriter.Rewrite(
            file,
            group =>
            {
                _ = GroupScanner.Index(group, live.End, live, types);
                piece.Write(group);
                if (piece.Length >= PieceSize)
                {
                    Flush();
                }
            },
            cancellationToken);
        Flush();
        if (written != live.Header.RewrittenEnd)
        {
            throw new InvalidOperationException("A segment was rewritten to another length than was measured.");
        }

        void Flush()
        {
            target.WriteAt(piece.WrittenSpan, written);
            target.Flush();
            written += piece.Length;
            piece.Clear();
            Thread.Sleep(Pause);
        }
    }
}
