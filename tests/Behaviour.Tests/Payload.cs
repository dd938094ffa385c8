using Daybook.MessagePack;

namespace Daybook.Behaviour.Tests;

/// <summary>Payloads of generated serializers.</summary>
internal static class Payload
{
    public static byte[] Of<TEvent>(TEvent value)
        where TEvent : IEvent<TEvent> => Written((ref MessagePackWriter writer) => TEvent.Write(ref writer, in value));

    public static byte[] OfState<TState>(TState value)
        where TState : IState<TState> => Written((ref MessagePackWriter writer) => TState.Write(ref writer, in value));

    public static TEvent Read<TEvent>(ReadOnlySpan<byte> payload)
        where TEvent : IEvent<TEvent>
    {
        var reader = new MessagePackReader(payload);
        TEvent value = TEvent.Read(ref reader);
        Assert.True(reader.End);
        return value;
    }

    public static TState ReadState<TState>(ReadOnlySpan<byte> payload)
        where TState : IState<TState>
    {
        var reader = new MessagePackReader(payload);
        TState value = TState.Read(ref reader);
        Assert.True(reader.End);
        return value;
    }

    public static byte[] Written(WriteAction write)
    {
        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        write(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public delegate void WriteAction(ref MessagePackWriter writer);
}
