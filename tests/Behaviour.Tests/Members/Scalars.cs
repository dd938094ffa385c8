using System.Text.Json;

namespace Daybook.Behaviour.Tests.Members;

/// <summary>Every scalar alone.</summary>
[Event("members.scalars")]
public partial record Scalars(
    bool Flag,
    sbyte Int8,
    short Int16,
    int Int32,
    long Int64,
    byte UInt8,
    ushort UInt16,
    uint UInt32,
    ulong UInt64,
    float Single,
    double Double,
    decimal Decimal,
    char Char,
    string Text,
    Colour Colour,
    Guid Id,
    DateTime Time,
    DateTimeOffset Stamp,
    TimeSpan Span,
    DateOnly Date,
    TimeOnly Clock,
    byte[] Bytes,
    ReadOnlyMemory<byte> Memory,
    Uri Link,
    Version Version,
    JsonElement Json,
    AppendableText Grown);
