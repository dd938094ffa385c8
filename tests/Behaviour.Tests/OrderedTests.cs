using Daybook.Behaviour.Tests.Members;
using Daybook.Behaviour.Tests.Samples;

namespace Daybook.Behaviour.Tests;

/// <summary>Sorted collections of texts come back sorted by ordinals, whatever the culture.</summary>
public class OrderedTests
{
    private static readonly string[] Both = [OrderedSamples.Decomposed, OrderedSamples.Composed];

    // Without a culture that takes both for one, nothing here would prove anything.
    public OrderedTests() => Assert.Equal(0, Comparer<string>.Default.Compare(OrderedSamples.Composed, OrderedSamples.Decomposed));

    [Fact]
    public void Keys_that_are_one_to_the_culture_stay_two()
    {
        Ordered read = Payload.Read<Ordered>(Payload.Of(OrderedSamples.Usual));
        Assert.Equal(Both, read.Set);
        Assert.Equal(Both, read.Dictionary.Keys);
        Assert.Equal(Both, read.List.Keys);
        Assert.Equal(Both, read.ImmutableSet);
        Assert.Equal(Both, read.ImmutableDictionary!.Keys);
        Assert.Equal([null, .. Both], read.WithNull!.AsEnumerable());
        Assert.Equal(Both, Assert.Single(read.Inside!));
    }

    [Fact]
    public void Tuples_are_told_apart_by_the_texts_in_them()
    {
        Ordered read = Payload.Read<Ordered>(Payload.Of(OrderedSamples.Usual));
        Assert.Equal(Both, read.Tuples!.Select(key => key.Text));
        Assert.Equal(
            [null, (OrderedSamples.Decomposed, null), (OrderedSamples.Decomposed, OrderedSamples.Decomposed), (OrderedSamples.Decomposed, OrderedSamples.Composed), (OrderedSamples.Composed, null)],
            read.Nested!.Select(key => key.Inner));
        Assert.Equal([null, .. Both], read.Nullables!.Select(key => key?.Item1));
        Assert.Equal([null, .. Both], read.Objects!.Select(key => key.Item2?.Item1));
        Assert.Equal(Both, read.Long!.Select(key => key.Item8));
    }

    [Fact]
    public void Tuples_that_are_keys_are_told_apart_too()
    {
        OtherKeys read = Payload.Read<OtherKeys>(Payload.Of(KeySamples.Others.Single(sample => sample.Label == "edges").Value));
        Assert.Equal(Both, read.Sorted.Keys.Select(key => key.Text));
        Assert.Equal([2, 1], read.SortedList.Values);
    }

    [Fact]
    public void The_order_is_that_of_code_units()
    {
        Ordered read = Payload.Read<Ordered>(Payload.Of(OrderedSamples.Usual));
        Assert.Equal([3, 1, 2], Enumerable.Range(0, 3).Select(_ => read.Queue.Dequeue()));
        Assert.Equal(["A", "B", "a", "b"], Payload.Read<Ordered>(Payload.Of(new Ordered { Set = ["a", "b", "A", "B"] })).Set.AsEnumerable());
    }

    [Fact]
    public void What_was_sorted_in_another_way_is_read_and_written_in_order()
    {
        byte[] sorted = Payload.Of(new Ordered { Set = new(StringComparer.OrdinalIgnoreCase) { "a", "B" } });
        Assert.Equal(["B", "a"], Payload.Read<Ordered>(sorted).Set.AsEnumerable());
        Assert.Equal(Payload.Of(new Ordered { Set = new(StringComparer.Ordinal) { "a", "B" } }), Payload.Of(Payload.Read<Ordered>(sorted)));
    }
}
