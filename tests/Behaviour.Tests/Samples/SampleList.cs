using Daybook.Behaviour.Tests.Members;
using Daybook.Behaviour.Tests.Shop;

namespace Daybook.Behaviour.Tests.Samples;

/// <summary>Values of every event of this assembly: one line for each. <see cref="SampleTests"/> finds the forgotten ones.</summary>
internal static class SampleList
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        .. Sample.Of(ScalarSamples.All),
        .. Sample.Of(WideScalarSamples.All),
        .. Sample.Of(NullableSamples.All),
        .. Sample.Of(CollectionSamples.All),
        .. Sample.Of(EverywhereSamples.All),
        .. Sample.Of<Ordered>(("usual", OrderedSamples.Usual), ("empty", new())),
        .. Sample.Of(KeySamples.Texts),
        .. Sample.Of(KeySamples.Others),
        .. Sample.Of<Shapes>(("usual", ShapeSamples.Usual), ("empty", ShapeSamples.Empty)),
        .. Sample.Of<Drawing>(("usual", MemberSamples.Drawing), ("empty", MemberSamples.Empty)),
        .. Sample.Of<Formatted>(("usual", MemberSamples.Formatted)),
        .. Sample.Of<Imported>(("usual", MemberSamples.Imported)),
        .. Sample.Of<Ignoring>(("usual", new(1) { Text = "other" })),
        .. Sample.Of<Sets>(("empty", new()), ("large", new() { Words = [.. Enumerable.Range(0, 300).Select(number => $"word {number}")] })),
        .. Sample.Of<Gaps>(("usual", new("name", 7)), ("least", new("", int.MinValue))),
        .. Sample.Of<Defaults>(("usual", new("name") { Needed = "needed", Text = "text" })),
        .. Sample.Of<EdgeDefaults>(("usual", new(Control: "control", Double: 0.5, Nul: 'n'))),
        .. Sample.Of<Opened>(("usual", new("ada"))),
        .. Sample.Of<ItemAdded>(("usual", new("sku-1", 2, 9.950m))),
        .. Sample.Of<CheckedOut>(("usual", new("pay-7"))),
        .. Sample.OfState<Cart>(("empty", new()), ("usual", new() { Customer = "ada", Lines = [new("sku-1", 2, 9.95m)], CheckedOutAt = DateTimeOffset.UnixEpoch })),
    ];
}
