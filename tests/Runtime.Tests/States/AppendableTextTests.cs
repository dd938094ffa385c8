namespace Daybook.Tests.States;

public class AppendableTextTests
{
    [Fact]
    public void Default_is_empty()
    {
        AppendableText text = default;
        Assert.True(text.IsEmpty);
        Assert.Equal("", text.ToString());
        Assert.Equal(text, (AppendableText)"");
        Assert.Equal(text, (AppendableText)(string?)null);
        Assert.Equal(text.GetHashCode(), new AppendableText("").GetHashCode());
        Assert.Equal(text, text.Append(""));
    }

    [Fact]
    public void Old_versions_stay_what_they_were()
    {
        AppendableText one = "one";
        var two = one + ", two";
        var other = one.Append(", other");
        var three = two.Append('!').Append((AppendableText)"?");
        Assert.Equal(["one", "one, two", "one, other", "one, two!?"], new[] { one, two, other, three }.Select(text => text.ToString()));
        Assert.Equal('w', two[6]);
        Assert.Throws<IndexOutOfRangeException>(() => two[8]);
    }

    [Fact]
    public void Equality_is_by_chars()
    {
        AppendableText a = "ab";
        AppendableText b = "a";
        Assert.NotEqual(a, b);
        b += "b";
        Assert.True(a == b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(a.Append("c") != b.Append("d"));
        Assert.True(a.Equals((object)b));
    }

    [Fact]
    public void Appending_is_linear_in_total_and_allocates_only_growth()
    {
        AppendableText text = default;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000_000; i++)
        {
            text = text.Append("token");
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(5_000_000, text.Length);
        Assert.InRange(allocated, 0, 5_000_000 * 2 * 4);
    }

    [Fact]
    public void Concurrent_appends_to_one_version_do_not_meet()
    {
        AppendableText shared = new string('x', 100);
        shared = shared.Append("y");
        var results = new AppendableText[64];
        Parallel.For(0, results.Length, i =>
        {
            var mine = shared;
            for (int j = 0; j < 1_000; j++)
            {
                mine = mine.Append((char)('0' + (i % 10)));
            }

            results[i] = mine;
        });
        Assert.Equal(101, shared.Length);
        for (int i = 0; i < results.Length; i++)
        {
            Assert.Equal(shared.ToString() + new string((char)('0' + (i % 10)), 1_000), results[i].ToString());
        }
    }
}
