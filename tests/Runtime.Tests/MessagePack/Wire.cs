using Daybook.MessagePack;

namespace Daybook.Tests.MessagePack;

/// <summary>Writes one value, reads one value: what nearly every test here needs.</summary>
internal static class Wire
{
    public delegate void Writing<in T>(ref MessagePackWriter writer, T value);

    public delegate T Reading<out T>(ref MessagePackReader reader);

    public static byte[] Bytes<T>(T value, Writing<T> write)
    {
        using var buffer = new PooledBuffer(1);
        var writer = new MessagePackWriter(buffer);
        write(ref writer, value);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static string Hex<T>(T value, Writing<T> write) => Convert.ToHexStringLower(Bytes(value, write));

    public static T Read<T>(byte[] bytes, Reading<T> read)
    {
        var reader = new MessagePackReader(bytes);
        T value = read(ref reader);
        return reader.End ? value : throw new InvalidOperationException($"{reader.Remaining} bytes are left.");
    }

    public static T Read<T>(string hex, Reading<T> read) => Read(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), read);

    public static MessagePackFormatException Refuses<T>(string hex, Reading<T> read)
        => Assert.Throws<MessagePackFormatException>(() => Read(hex, read));

    /// <summary>Reads back what was written, and checks that <c>Skip</c> passes over exactly it.</summary>
    public static T RoundTrip<T>(T value, Writing<T> write, Reading<T> read)
    {
        byte[] bytes = Bytes(value, write);
        Read(bytes, static (ref MessagePackReader reader) =>
        {
            reader.Skip();
            return true;
        });
        return Read(bytes, read);
    }
}
