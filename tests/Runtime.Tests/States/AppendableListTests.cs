namespace Daybook.Tests.States;

public class AppendableListTests
{
    [Fact]
    public void Default_is_empty()
    {
        AppendableList<int> list = default;
        Assert.True(list.IsEmpty);
        Assert.Empty(list);
        Assert.Equal(list, (AppendableList<int>)[]);
        Assert.Equal(list, AppendableList.TakeOver<int>([]));
    }

    [Fact]
    public void Old_versions_stay_what_they_were()
    {
        AppendableList<string> one = ["a"];
        var two = one.Append("b");
        var other = one.Append("c");
        var more = two.AppendRange(other).AppendRange(Enumerable.Repeat("z", 2));
        Assert.Equal(["a"], one);
        Assert.Equal(["a", "b"], two);
        Assert.Equal(["a", "c"], other);
        Assert.Equal(["a", "b", "a", "c", "z", "z"], more);
        Assert.Equal("b", two[1]);
        Assert.Throws<IndexOutOfRangeException>(() => one[1]);
        Assert.Equal("2 items", two.ToString());
    }

    [Fact]
    public void A_list_can_take_an_array_over()
    {
        int[] items = [1, 2, 3];
        var list = AppendableList.TakeOver(items);
        Assert.Equal([1, 2, 3, 4], list.Append(4));
        Assert.Equal([1, 2, 3], list);
        Assert.Equal([1, 2, 3], items);
    }

    [Fact]
    public void Equality_is_by_items()
    {
        AppendableList<string?> a = ["x", null];
        AppendableList<string?> b = ["x"];
        Assert.False(a == b);
        b = b.Append(null);
        Assert.True(a == b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(a != b.Append("y"));
        Assert.True(a.Equals((object)b));
    }

    [Fact]
    public void Enumerating_allocates_nothing_and_can_cross_awaits()
    {
        AppendableList<int> list = [.. Enumerable.Range(0, 100)];
        int sum = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (int item in list)
        {
            sum += item;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(4950, sum);
        Assert.Equal(4950, list.Sum());
    }

    [Fact]
    public void Concurrent_appends_to_one_version_do_not_meet()
    {
        AppendableList<int> shared = [1, 2, 3];
        shared = shared.Append(4);
        var results = new AppendableList<int>[64];
        Parallel.For(0, results.Length, i =>
        {
            var mine = shared;
            for (int j = 0; j < 1_000; j++)
            {
                mine = mine.Append(i);
            }

            results[i] = mine;
        });
        for (int i = 0; i < results.Length; i++)
        {
            Assert.Equal([1, 2, 3, 4, .. Enumerable.Repeat(i, 1_000)], results[i]);
        }
    }
}
