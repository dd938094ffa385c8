namespace Daybook.Behaviour.Tests.Members;

/// <summary>Every scalar that can be null.</summary>
[Event("members.nullables")]
public partial record Nullables
{
    public bool? Flag { get; init; }

    public sbyte? Int8 { get; init; }

    public short? Int16 { get; init; }

    public int? Int32 { get; init; }

    public long? Int64 { get; init; }

    public byte? UInt8 { get; init; }

    public ushort? UInt16 { get; init; }

    public uint? UInt32 { get; init; }

    public ulong? UInt64 { get; init; }

    public float? Single { get; init; }

    public double? Double { get; init; }

    public decimal? Decimal { get; init; }

    public char? Char { get; init; }

    public string? Text { get; init; }

    public Colour? Colour { get; init; }

    public Guid? Id { get; init; }

    public DateTime? Time { get; init; }

    public DateTimeOffset? Stamp { get; init; }

    public TimeSpan? Span { get; init; }

    public DateOnly? Date { get; init; }

    public TimeOnly? Clock { get; init; }

    public byte[]? Bytes { get; init; }

    public Uri? Link { get; init; }

    public Version? Version { get; init; }

    public Point? Point { get; init; }

    public Node? Node { get; init; }

    public (int Count, string? Name)? Pair { get; init; }

    public int[]? Array { get; init; }

    public Dictionary<string, int?>? Map { get; init; }
}
