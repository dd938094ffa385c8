using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>
/// Writes record groups. It changes nothing but its buffer, so that a group can be tried in one segment and written
/// to the next. Under the store's lock.
/// </summary>
internal sealed class GroupEncoder(EventTypeTable types) : IDisposable
{
    private readonly TypeDefinitions _types = new(types);
    private readonly MetadataTable _metadata = new();
    private readonly EventChain _chain = new();
    private int[] _metadataOf = new int[16];
    private int[] _typeOf = new int[16];

    internal PooledBuffer Output { get; } = new(4096);

    /// <summary>The types that the last group defines; new to the store where it does not know them yet.</summary>
    internal IReadOnlyList<RecordSchema> Definitions => _types.New;

    /// <summary>The stream's chain behind the last append; null without one.</summary>
    internal StreamChain? Chain { get; private set; }

    internal int EncodeAppend(AppendBatch batch, LiveSegment segment, LiveStream stream, bool definesStream)
    {
        ReadOnlySpan<PendingEvent> events = batch.Events;
        Collect(events, segment);
        ByteWriter writer = Start(GroupFormat.Append, segment, stream, definesStream);
        writer.Varint((ulong)stream.Version);
        writer.Varint((ulong)(segment.NextOffset - segment.Header.FirstOffset));
        writer.Signed(events[0].TimestampTicks - segment.Header.BaseTimestamp);
        _metadata.Write(ref writer);
        writer.Count(events.Length);
        bool isChained = stream.Chain is not null;
        ChainHash last = stream.Chain?.Last ?? default;
        long timestamp = events[0].TimestampTicks;
        for (int i = 0; i < events.Length; i++)
        {
            ref readonly PendingEvent pending = ref events[i];
            int metadata = _metadataOf[i];
            writer.Byte((byte)((metadata < 0 ? 0 : GroupFormat.EventHasMetadata) | (isChained ? GroupFormat.EventIsChained : 0)));
            writer.Count(_typeOf[i]);
            writer.Signed(pending.TimestampTicks - timestamp);
            timestamp = pending.TimestampTicks;
            writer.Id(pending.Id);
            if (metadata >= 0)
            {
                writer.Count(metadata);
            }

            ReadOnlySpan<byte> payload = batch.PayloadOf(pending);
            writer.Count(payload.Length);
            writer.Bytes(payload);
            if (isChained)
            {
                last = _chain.Next(last, stream.Id, stream.Version + i, pending, payload);
                writer.Hash(last);
            }
        }

        Chain = stream.Chain is null ? null : stream.Chain with { Last = last };
        return GroupFrame.Finish(Output, ref writer);
    }

    internal int EncodeDelete(LiveSegment segment, LiveStream stream, bool definesStream)
    {
        _types.Clear();
        ByteWriter writer = Start(GroupFormat.Delete, segment, stream, definesStream);
        writer.Varint((ulong)stream.Version);
        return GroupFrame.Finish(Output, ref writer);
    }

    internal int EncodeTruncate(long firstSequence, ChainHash? hashBefore, LiveSegment segment, LiveStream stream, bool definesStream)
    {
        _types.Clear();
        ByteWriter writer = Start(GroupFormat.Truncate, segment, stream, definesStream);
        writer.Varint((ulong)firstSequence);
        writer.Byte((byte)(hashBefore is null ? 0 : 1));
        if (hashBefore is { } hash)
        {
            writer.Hash(hash);
        }

        return GroupFrame.Finish(Output, ref writer);
    }

    internal int EncodeReplace(in RecordedEvent replaced, RecordSchema schema, ReadOnlySpan<byte> payload, LiveSegment segment, LiveStream stream, bool definesStream)
    {
        _types.Clear();
        int type = _types.Add(schema, segment);
        ByteWriter writer = Start(GroupFormat.Replace, segment, stream, definesStream);
        writer.Varint((ulong)replaced.Sequence);
        writer.Varint((ulong)replaced.Offset);
        writer.Count(type);
        writer.Count(payload.Length);
        writer.Bytes(payload);
        return GroupFrame.Finish(Output, ref writer);
    }

    public void Dispose()
    {
        _metadata.Dispose();
        _chain.Dispose();
        Output.Dispose();
    }

    private ByteWriter Start(int kind, LiveSegment segment, LiveStream stream, bool definesStream)
    {
        bool defines = definesStream || _types.New.Count > 0;
        bool hasMetadata = kind == GroupFormat.Append && _metadata.Count > 0;
        ByteWriter writer = GroupFrame.Start(Output, kind | (defines ? GroupFormat.HasDefinitions : 0) | (hasMetadata ? GroupFormat.HasMetadata : 0));
        if (defines)
        {
            _types.Write(ref writer);
            writer.Byte((byte)(definesStream ? 1 : 0));
            if (definesStream)
            {
                StreamDefinition.Write(ref writer, stream, segment.Header);
            }
        }

        writer.Count(stream.Slot);
        return writer;
    }

    private void Collect(ReadOnlySpan<PendingEvent> events, LiveSegment segment)
    {
        _types.Clear();
        _metadata.Clear();
        if (_typeOf.Length < events.Length)
        {
            _typeOf = new int[events.Length];
            _metadataOf = new int[events.Length];
        }

        for (int i = 0; i < events.Length; i++)
        {
            _typeOf[i] = _types.Add(events[i].Schema, segment);
            _metadataOf[i] = _metadata.Add(events[i].Metadata);
        }
    }
}
