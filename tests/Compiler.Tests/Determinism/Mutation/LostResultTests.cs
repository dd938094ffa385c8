namespace Daybook.Compiler.Tests.Determinism.Mutation;

/// <summary>Results that nobody takes.</summary>
public class LostResultTests
{
    [Theory]
    [InlineData("{|DAY2080:Names.Add(e.Value)|}; return this;")]
    [InlineData("{|DAY2080:Counts.SetItem(e.Value, 1)|}; return this;")]
    [InlineData("{|DAY2080:Names.Clear()|}; return this;")]
    [InlineData("var names = Names; {|DAY2080:names.Remove(e.Value)|}; return this;")]
    [InlineData("foreach (string name in e.Value.Split(',')) { {|DAY2080:Names.Add(name)|}; } return this;")]
    [InlineData("if (e.Number > 0) {|DAY2080:Names.Add(e.Value)|}; return this;")]
    [InlineData("ImmutableList<string>? names = Names; names?{|DAY2080:.Add(e.Value)|}; return this;")]
    [InlineData("e.Value.Split(',').ToList().ForEach(name => {|DAY2080:Names.Add(name)|}); return this;")]
    [InlineData("{|DAY2080:Text.Trim()|}; return this;")]
    [InlineData("{|DAY2080:Text.Replace('a', 'b')|}; return this;")]
    [InlineData("{|DAY2080:string.Concat(Text, e.Value)|}; return this;")]
    [InlineData("{|DAY2080:At.AddDays(1)|}; return this;")]
    [InlineData("var span = TimeSpan.Zero; {|DAY2080:span.Add(TimeSpan.FromDays(1))|}; return this;")]
    [InlineData("{|DAY2080:Changing.Append(e.Value)|}; return this;")]
    [InlineData("{|DAY2080:Changing.Order(StringComparer.Ordinal).ToList()|}; return this;")]
    [InlineData("{|DAY2080:Changing.Select(name => name)|}; return this;")]
    [InlineData("{|DAY2080:Renamed(e.Value)|}; return this;", "public sealed partial record Test { Test Renamed(string text) => this with { Text = text }; }")]
    [InlineData("var item = new Item(1); {|DAY2080:item.Grown()|}; return this;", "sealed record Item(int Count) { public Item Grown() => this with { Count = Count + 1 }; }")]
    [InlineData("{|DAY2080:Helper.Apply(this)|}; return this;", "static class Helper { public static Test Apply(Test test) => test with { Number = 1 }; }")]
    public async Task Is_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("_ = Names.Add(e.Value); return this;")]
    [InlineData("var names = Names.Add(e.Value); return this with { Names = names };")]
    [InlineData("var names = Names.ToBuilder(); names.Add(e.Value); names.Remove(e.Value); return this with { Names = names.ToImmutable() };")]
    [InlineData("var names = new HashSet<string>(); names.Add(e.Value); return this;")]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append(e.Value); return this with { Text = text.ToString() };")]
    [InlineData("Counts.TryGetValue(e.Value, out int count); return this with { Number = count };")]
    [InlineData("Names.ForEach(name => { }); return this;")]
    [InlineData("ArgumentNullException.ThrowIfNull(e); ArgumentException.ThrowIfNullOrEmpty(e.Value); return this;")]
    [InlineData("int.TryParse(e.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number); return this with { Number = number };")]
    [InlineData("Func<ImmutableList<string>> add = () => Names.Add(e.Value); return this with { Names = add() };")]
    [InlineData("var names = Names; names = names.Add(e.Value); return this with { Names = names };")]
    [InlineData("Check(); return this; static bool Check() => true;")]
    [InlineData("Span<char> text = stackalloc char[4]; text.Fill('x'); \"abcd\".CopyTo(text); return this;")]
    public async Task Is_left_alone(string body) => await DeterminismVerifier.VerifyReducerAsync(body);
}
