namespace Daybook.Behaviour.Tests.Members;

/// <summary>Defaults at the edges of their types.</summary>
[Event("members.edge-defaults")]
public partial record EdgeDefaults(
    sbyte Int8 = sbyte.MinValue,
    byte? UInt8 = 7,
    short Int16 = -300,
    ushort UInt16 = 300,
    int Int32 = int.MinValue,
    long Int64 = long.MinValue,
    ulong UInt64 = ulong.MaxValue,
    float Single = float.NegativeInfinity,
    float SingleNaN = float.NaN,
    double Double = -0.0,
    double Epsilon = double.Epsilon,
    decimal Decimal = decimal.MinValue,
    char Quote = '\'',
    char Nul = '\0',
    string Control = "\u0001\u2028\ud800\\",
    int? Number = -1,
    Colour? Known = Colour.Green,
    Colour? Unknown = (Colour)200,
    Point Point = default)
{
    public Half Half { get; init; } = (Half)1.5;

    public EdgeField Inner { get; init; } = new();

    public Int128 Int128 { get; init; } = Int128.MinValue;
}
