using Daybook.MessagePack;

namespace Daybook.Stores;

/// <summary>Turns the groups of a segment into those that are left of it (docs/format.md, rewritten segments).</summary>
internal sealed class SegmentRewriter(SegmentPlan plan, EventTypeTable types) : IDisposable
{
    private readonly PooledBuffer _buffer = new();
    private readonly AppendRewriter _append = new(plan);
    private readonly HashSet<int> _defined = [];

    private SegmentHeader Header => plan.Segment.Header;

    /// <summary>How long the segment will be.</summary>
    internal long Measure(IByteSource file, CancellationToken cancellationToken)
    {
        long length = SegmentHeader.Size;
        Rewrite(file, group => length += group.Length, cancellationToken);
        return length;
    }

    /// <summary>Hands out the groups, one after the other.</summary>
    internal void Rewrite(IByteSource file, GroupSink sink, CancellationToken cancellationToken)
    {
        _defined.Clear();
        WriteTypes(sink);
        foreach ((int slot, PartFate fate) in plan.Fates)
        {
            if (fate.IsStub)
            {
                WriteStub(slot, fate, sink);
            }
        }

        using var scan = new SegmentScan(file, SegmentHeader.Size, plan.Segment.CommittedEnd);
        while (scan.TryNext(out ReadOnlySpan<byte> group))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                Take(group, sink);
            }
            catch (InvalidDataException exception)
            {
                throw new CorruptEventException(exception.Message, plan.Segment.Path, scan.Position, -1, exception);
            }
        }

        if (scan.Position != plan.Segment.CommittedEnd)
        {
            throw new CorruptEventException("A record is damaged", plan.Segment.Path, scan.Position, -1);
        }
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _append.Dispose();
    }

    // All in one group: those that defined them may be gone.
    private void WriteTypes(GroupSink sink)
    {
        int[] indexes = TypeIndexes();
        if (indexes.Length == 0)
        {
            return;
        }

        ByteWriter writer = GroupFrame.Start(_buffer, GroupFormat.Define | GroupFormat.HasDefinitions);
        writer.Count(indexes.Length);
        foreach (int index in indexes)
        {
            TypeDefinitions.WriteOne(ref writer, index, types[index]);
        }

        writer.Byte(0);
        _ = GroupFrame.Finish(_buffer, ref writer);
        sink(_buffer.WrittenSpan);
    }

    private int[] TypeIndexes()
    {
        ByteReader reader = plan.Index.Head.Types();
        int[] indexes = new int[reader.Count()];
        for (int i = 0; i < indexes.Length; i++)
        {
            _ = GroupScanner.ReadType(ref reader, out indexes[i]);
        }

        // A later segment defined the type of a replacement. A segment that defines it must not leave out any before it.
        int greatest = plan.Replaced.Count == 0 ? -1 : plan.Replaced.Values.Max(static replacement => replacement.TypeIndex);
        return greatest < 0 || indexes.Contains(greatest) ? indexes : [.. Enumerable.Range(0, Math.Max(greatest, indexes.Max()) + 1)];
    }

    private void WriteStub(int slot, PartFate fate, GroupSink sink)
    {
        bool isDeletion = !fate.Lives;
        ByteWriter writer = GroupFrame.Start(_buffer, (isDeletion ? GroupFormat.Delete : GroupFormat.Define) | GroupFormat.HasDefinitions);
        writer.Count(0);
        writer.Byte(1);
        StreamDefinition.Write(ref writer, fate.Definition!, Header);
        writer.Count(slot);
        if (isDeletion)
        {
            writer.Varint((ulong)fate.Part.Version);
        }

        _ = GroupFrame.Finish(_buffer, ref writer);
        _ = _defined.Add(slot);
        sink(_buffer.WrittenSpan);
    }

    // Deletions and truncations are in the definitions by now, replacements in their events.
    private void Take(ReadOnlySpan<byte> group, GroupSink sink)
    {
        var reader = new ByteReader(group[GroupFormat.FrameSize..]);
        GroupHead head = GroupScanner.ReadHead(ref reader, Header, target: null, types: null);
        if (head.Slot < 0 || !plan.Fates.TryGetValue(head.Slot, out PartFate? fate) || fate is not { IsStub: false, Definition: { } definition })
        {
            return;
        }

        bool isChained = definition.Chain is not null && definition.Version > fate.KeepFrom && definition.Version == fate.Part.SegmentSequence;
        if (isChained && GroupScanner.DefinedHash(group, Header) is { } hash)
        {
            definition.Chain = definition.Chain! with { Last = hash };
        }

        if (head.Kind == GroupFormat.Append)
        {
            bool defines = !_defined.Contains(head.Slot);
            if (_append.TryRewrite(group, ref reader, head, fate, defines, out ReadOnlySpan<byte> rewritten))
            {
                _ = _defined.Add(head.Slot);
                sink(rewritten);
            }
        }
    }
}
