using Daybook.Behaviour.Tests.Members;

namespace Daybook.Behaviour.Tests.Samples;

internal static class ShapeSamples
{
    public static Shapes Usual { get; } = new(
        new(1.5m, "EUR"), new() { Field = 3, Name = "plain" }, new() { Name = "required", Count = 2 }, new("derived", 4), new(new(1, 2), new(3, "four")), new() { X = 1 });

    public static Shapes Empty { get; } = new(
        new(0, ""), new() { Name = "" }, new() { Name = "", Count = 0 }, new("", 0), new(default, new(0, "")), new() { Y = "y" });
}
