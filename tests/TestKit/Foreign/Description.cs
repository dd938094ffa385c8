using System.Globalization;
using Daybook.MessagePack;

namespace Daybook.Tests;

/// <summary>A value as text, the same as in foreign.js and foreign.py. Floats without a fraction look like integers: JavaScript has one number type.</summary>
internal static class Description
{
    public static string Of(byte[] bytes)
    {
        var reader = new MessagePackReader(bytes);
        string description = Of(ref reader);
        Assert.True(reader.End);
        return description;
    }

    private static string Of(ref MessagePackReader reader) => reader.PeekType() switch
    {
        MessagePackType.Nil => reader.TryReadNil() ? "nil" : "",
        MessagePackType.Boolean => reader.ReadBoolean() ? "true" : "false",
        MessagePackType.Integer => Integer(ref reader),
        MessagePackType.Float => OfFloat(reader.ReadDouble()),
        MessagePackType.String => "s:" + Convert.ToHexStringLower(reader.ReadStringSpan()),
        MessagePackType.Binary => "b:" + Convert.ToHexStringLower(reader.ReadBinarySpan()),
        MessagePackType.Array => "[" + Items(ref reader, reader.ReadArrayHeader()) + "]",
        MessagePackType.Map => "{" + Entries(ref reader, reader.ReadMapHeader()) + "}",
        _ => Extension(ref reader),
    };

    private static string Integer(ref MessagePackReader reader)
    {
        try
        {
            var ahead = reader;
            long value = ahead.ReadInt64();
            reader = ahead;
            return string.Create(CultureInfo.InvariantCulture, $"i:{value}");
        }
        catch (MessagePackFormatException)
        {
            return string.Create(CultureInfo.InvariantCulture, $"i:{reader.ReadUInt64()}");
        }
    }

    public static string OfFloat(double value)
    {
        if (double.IsNaN(value))
        {
            return "f:nan";
        }

        return double.IsInteger(value) && Math.Abs(value) < 1L << 53
            ? string.Create(CultureInfo.InvariantCulture, $"i:{(long)value}")
            : $"f:{BitConverter.DoubleToUInt64Bits(value):x16}";
    }

    private static string Items(ref MessagePackReader reader, int count)
    {
        string[] items = new string[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = Of(ref reader);
        }

        return string.Join(",", items);
    }

    private static string Entries(ref MessagePackReader reader, int count)
    {
        string[] entries = new string[count];
        for (int i = 0; i < count; i++)
        {
            entries[i] = $"{Of(ref reader)}={Of(ref reader)}";
        }

        return string.Join(",", entries);
    }

    private static string Extension(ref MessagePackReader reader)
    {
        var ahead = reader;
        var header = ahead.ReadExtensionHeader();
        if (header.Type == -1)
        {
            reader.ReadTimestamp(out long seconds, out uint nanoseconds);
            return string.Create(CultureInfo.InvariantCulture, $"t:{seconds}:{nanoseconds}");
        }

        string description = $"x:{header.Type}:{Convert.ToHexStringLower(ahead.ReadData(header.Length))}";
        reader = ahead;
        return description;
    }
}
