using System.Numerics;
using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

internal static class WideScalarSamples
{
    public static (string Label, WideScalars Value)[] All =>
    [
        ("usual", new((Half)1.5, -3, 4, BigInteger.Pow(-10, 21), new('€'), ^1, new(1.5, 2.5), 1..^2, new() { ["a"] = new('a') })),
        ("least", new(Half.MinValue, Int128.MinValue, UInt128.MinValue, 0, new(0), 0, default, default, [])),
        ("greatest", new(Half.MaxValue, Int128.MaxValue, UInt128.MaxValue, BigInteger.Pow(2, 70_000), new(0x10ffff), ^int.MaxValue, new(double.MaxValue, double.MinValue), .., [])),
    ];
}
