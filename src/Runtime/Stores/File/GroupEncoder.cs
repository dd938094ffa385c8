using System.Buffers.Binary;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>
/// Writes record groups. It changes nothing but its buffer, so that a group can be tried in one segment and written
/// to the next. Under the store's lock.
/// </summary>
internal sealed class GroupEncoder(EventTypeTable types) : IDisposable
{
    // A longer search would make large appends with ever new metadata quadratic.
    private const int MetadataSearch = 8;

    private readonly PooledBuffer _scratch = new();
    private readonly List<EventMetadata> _metadata = [];
    private readonly List<RecordSchema> _definitions = [];
    private int[] _metadataOf = new int[16];
    private int[] _typeOf = new int[16];

    internal PooledBuffer Output { get; } = new(4096);

    /// <summary>The types that the last group defines; new to the store where it does not know them yet.</summary>
    internal IReadOnlyList<RecordSchema> Definitions => _definitions;

    internal int EncodeAppend(AppendBatch batch, LiveSegment segment, StreamHead? head, int slot, bool definesStream)
    {
        ReadOnlySpan<PendingEvent> events = batch.Events;
        CollectTypes(events, segment);
        CollectMetadata(events);
        long baseTimestamp = segment.Header.BaseTimestamp;
        ByteWriter writer = Start(GroupFormat.Append, definesStream, _metadata.Count > 0);
        WriteDefinitions(ref writer, segment, batch.StreamId, batch.Category, head, definesStream);
        writer.Count(slot);
        writer.Varint((ulong)(head?.Version ?? 0));
        writer.Varint((ulong)(segment.NextOffset - segment.Header.FirstOffset));
        writer.Signed(events[0].TimestampTicks - baseTimestamp);
        WriteMetadata(ref writer);
        writer.Count(events.Length);
        long timestamp = events[0].TimestampTicks;
        for (int i = 0; i < events.Length; i++)
        {
            ref readonly PendingEvent pending = ref events[i];
            int metadata = _metadataOf[i];
            writer.Byte((byte)(metadata < 0 ? 0 : GroupFormat.EventHasMetadata));
            writer.Count(_typeOf[i]);
            writer.Signed(pending.TimestampTicks - timestamp);
            timestamp = pending.TimestampTicks;
            writer.Id(pending.Id);
            if (metadata >= 0)
            {
                writer.Count(metadata);
            }

            writer.Count(pending.PayloadLength);
            writer.Bytes(batch.PayloadOf(pending));
        }

        return Finish(ref writer);
    }

    internal int EncodeDelete(StreamHead head, LiveSegment segment, int slot, bool definesStream)
    {
        _definitions.Clear();
        ByteWriter writer = Start(GroupFormat.Delete, definesStream, hasMetadata: false);
        WriteDefinitions(ref writer, segment, head.Id, head.Category, head, definesStream);
        writer.Count(slot);
        writer.Varint((ulong)head.Version);
        return Finish(ref writer);
    }

    public void Dispose()
    {
        _scratch.Dispose();
        Output.Dispose();
    }

    private ByteWriter Start(int kind, bool definesStream, bool hasMetadata)
    {
        Output.Clear();
        var writer = new ByteWriter(Output);
        writer.Fixed64(0UL);
        bool defines = definesStream || _definitions.Count > 0;
        writer.Byte((byte)(kind | (defines ? GroupFormat.HasDefinitions : 0) | (hasMetadata ? GroupFormat.HasMetadata : 0)));
        return writer;
    }

    private int Finish(ref ByteWriter writer)
    {
        writer.Flush();
        Span<byte> group = Output.Array.AsSpan(0, Output.Length);
        BinaryPrimitives.WriteInt32LittleEndian(group, group.Length - GroupFormat.FrameSize);
        GroupFrame.Seal(group);
        return group.Length;
    }

    private void WriteDefinitions(ref ByteWriter writer, LiveSegment segment, string id, string? category, StreamHead? head, bool definesStream)
    {
        if (!definesStream && _definitions.Count == 0)
        {
            return;
        }

        writer.Count(_definitions.Count);
        foreach (RecordSchema schema in _definitions)
        {
            writer.Count(IndexOf(schema));
            writer.Byte((byte)schema.Kind);
            writer.Count(schema.Version);
            writer.Fixed64(schema.Fingerprint);
            writer.Text(schema.Name);
            writer.Text(schema.Text);
        }

        writer.Byte((byte)(definesStream ? 1 : 0));
        if (!definesStream)
        {
            return;
        }

        long baseTimestamp = segment.Header.BaseTimestamp;
        string? kept = head is null ? category : head.Category;
        writer.Text(id);
        writer.Byte((byte)(kept is null ? 0 : 1));
        if (kept is not null)
        {
            writer.Text(kept);
        }

        writer.Varint((ulong)(head?.Version ?? 0));
        if (head is { Version: > 0 })
        {
            writer.Varint((ulong)head.FirstSequence);
            writer.Signed(head.FirstTimestamp - baseTimestamp);
            writer.Signed(head.LastTimestamp - baseTimestamp);
            writer.Id(head.Incarnation);
            writer.Id(head.GreatestId);
            writer.Varint((ulong)head.FirstOffset);
            writer.Count(head.Segment);
            writer.Count(head.Slot);
        }
    }

    private void WriteMetadata(ref ByteWriter writer)
    {
        if (_metadata.Count == 0)
        {
            return;
        }

        writer.Count(_metadata.Count);
        foreach (EventMetadata metadata in _metadata)
        {
            _scratch.Clear();
            MetadataFormat.Write(_scratch, metadata);
            writer.Count(_scratch.Length);
            writer.Bytes(_scratch.WrittenSpan);
        }
    }

    private void CollectTypes(ReadOnlySpan<PendingEvent> events, LiveSegment segment)
    {
        _definitions.Clear();
        if (_typeOf.Length < events.Length)
        {
            _typeOf = new int[events.Length];
            _metadataOf = new int[events.Length];
        }

        RecordSchema? last = null;
        int index = -1;
        for (int i = 0; i < events.Length; i++)
        {
            RecordSchema schema = events[i].Schema;
            if (!ReferenceEquals(schema, last))
            {
                last = schema;
                index = types.IndexOf(schema);
                if ((index < 0 || !segment.Defines(index)) && !_definitions.Contains(schema))
                {
                    _definitions.Add(schema);
                }

                index = index < 0 ? IndexOf(schema) : index;
            }

            _typeOf[i] = index;
        }
    }

    // A type that is new to the store gets its index from its place among the definitions.
    private int IndexOf(RecordSchema schema)
    {
        int index = types.IndexOf(schema);
        if (index >= 0)
        {
            return index;
        }

        index = types.Count;
        foreach (RecordSchema definition in _definitions)
        {
            if (definition.Equals(schema))
            {
                break;
            }

            index += types.IndexOf(definition) < 0 ? 1 : 0;
        }

        return index;
    }

    private void CollectMetadata(ReadOnlySpan<PendingEvent> events)
    {
        _metadata.Clear();
        for (int i = 0; i < events.Length; i++)
        {
            EventMetadata? metadata = events[i].Metadata;
            int found = -1;
            if (metadata is not null)
            {
                for (int j = _metadata.Count - 1; j >= 0 && j >= _metadata.Count - MetadataSearch && found < 0; j--)
                {
                    found = _metadata[j].Equals(metadata) ? j : -1;
                }

                if (found < 0)
                {
                    found = _metadata.Count;
                    _metadata.Add(metadata);
                }
            }

            _metadataOf[i] = found;
        }
    }
}
