using System.Runtime.InteropServices;
using Daybook.Testing;

namespace Daybook.LinearTesting;

/// <summary>What clients did and followers saw, from one process to another that runs the same program.</summary>
public static class HistoryFormat
{
    private const int IdSize = 16;

    public static void Write(this BinaryWriter writer, IReadOnlyList<StreamCall> history)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(history);
        writer.Write(history.Count);
        Span<byte> expected = stackalloc byte[Marshal.SizeOf<long>()];
        foreach (StreamCall call in history)
        {
            ExpectedVersion version = call.Expected;
            MemoryMarshal.Write(expected, in version);
            writer.Write(call.StreamId);
            writer.Write((byte)call.Kind);
            writer.Write(call.Client);
            writer.Write(expected);
            writer.Write(call.From);
            writer.Write(call.Invoked);
            writer.Write(call.Returned);
            writer.Write((byte)call.Answer);
            writer.Write(call.Value);
            writer.Write(call.FirstSequence);
            writer.Write(call.Incarnation);
            writer.Write(call.EventIds.Length);
            call.EventIds.ToList().ForEach(writer.Write);
            writer.Write(call.Offsets.Length);
            call.Offsets.ToList().ForEach(writer.Write);
        }
    }

    public static IReadOnlyList<StreamCall> ReadCalls(this BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var history = new StreamCall[reader.ReadInt32()];
        for (int i = 0; i < history.Length; i++)
        {
            history[i] = new()
            {
                StreamId = reader.ReadString(),
                Kind = (StreamCallKind)reader.ReadByte(),
                Client = reader.ReadInt32(),
                Expected = MemoryMarshal.Read<ExpectedVersion>(reader.ReadBytes(Marshal.SizeOf<long>())),
                From = reader.ReadInt64(),
                Invoked = reader.ReadInt64(),
                Returned = reader.ReadInt64(),
                Answer = (StreamAnswer)reader.ReadByte(),
                Value = reader.ReadInt64(),
                FirstSequence = reader.ReadInt64(),
                Incarnation = reader.ReadId(),
                EventIds = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadId())],
                Offsets = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadInt64())],
            };
        }

        return history;
    }

    public static void Write(this BinaryWriter writer, IReadOnlyList<FeedSighting> seen)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(seen);
        writer.Write(seen.Count);
        foreach (FeedSighting sighting in seen)
        {
            writer.Write(sighting.Offset);
            writer.Write(sighting.StreamId);
            writer.Write(sighting.Sequence);
            writer.Write(sighting.Id);
        }
    }

    public static IReadOnlyList<FeedSighting> ReadSightings(this BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var seen = new FeedSighting[reader.ReadInt32()];
        for (int i = 0; i < seen.Length; i++)
        {
            seen[i] = new(reader.ReadInt64(), reader.ReadString(), reader.ReadInt64(), reader.ReadId());
        }

        return seen;
    }

    private static void Write(this BinaryWriter writer, EventId id)
    {
        Span<byte> bytes = stackalloc byte[IdSize];
        id.Write(bytes);
        writer.Write(bytes);
    }

    private static EventId ReadId(this BinaryReader reader) => EventId.Read(reader.ReadBytes(IdSize));
}
