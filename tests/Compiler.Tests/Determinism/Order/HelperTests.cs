namespace Daybook.Compiler.Tests.Determinism.Order;

/// <summary>Sequences without an order that go through other methods.</summary>
public class HelperTests
{
    [Theory]
    [InlineData("return this with { Text = {|DAY2040:Helper.Join(Counts.Keys)|} };", "static class Helper { public static string Join(IEnumerable<string> names) => string.Join(\",\", names); }")]
    [InlineData("return this with { Text = {|DAY2040:Counts.Keys.Join()|} };", "static class Helper { public static string Join(this IEnumerable<string> names) { string text = \"\"; foreach (string name in names) { text += name; } return text; } }")]
    [InlineData("return this with { Text = {|DAY2040:Helper.Outer(Counts.Keys)|} };", "static class Helper { public static string Outer(IEnumerable<string> names) => Join(names.Where(name => name.Length > 1)); static string Join(IEnumerable<string> names) => string.Join(\",\", names); }")]
    [InlineData("return this with { Text = {|DAY2040:Helper.First(Counts.Keys.ToList())|} };", "static class Helper { public static string First(IReadOnlyList<string> names) => names.First(); }")]
    [InlineData("return this with { Text = {|DAY2040:Helper.First(Counts)|} };", "static class Helper { public static string First(IReadOnlyDictionary<string, int> counts) => counts.First().Key; }")]
    [InlineData("return this with { Text = {|DAY2040:Join(Counts.Keys)|} }; static string Join(IEnumerable<string> names) => string.Join(\",\", names);")]
    [InlineData("return this with { Text = {|DAY2040:Helper.Long(Counts).First()|} };", "static class Helper { public static IEnumerable<string> Long(ImmutableDictionary<string, int> counts) => counts.Keys.Where(key => key.Length > 1); }")]
    [InlineData("string text = \"\"; foreach (string key in {|DAY2040:Helper.Long(Counts)|}) { text += key; } return this with { Text = text };", "static class Helper { public static IEnumerable<string> Long(ImmutableDictionary<string, int> counts) => Inner(counts); static IEnumerable<string> Inner(ImmutableDictionary<string, int> counts) { return counts.Keys; } }")]
    [InlineData("return this with { Names = {|DAY2040:[.. All]|} };", "partial record Test { private IEnumerable<string> All => Counts.Keys; }")]
    [InlineData("return this with { Names = [.. {|DAY2040:Helper.Each(Counts)|}] };", "static class Helper { public static IEnumerable<string> Each(ImmutableDictionary<string, int> counts) { foreach (string key in counts.Keys) { yield return key; } } }")]
    [InlineData("return this with { Names = {|DAY2040:Helper.List(Counts)|} };", "static class Helper { public static ImmutableList<string> List(ImmutableDictionary<string, int> counts) => [.. counts.Keys]; }")]
    public async Task Keep_having_none(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Text = Helper.Join(Names) };", "static class Helper { public static string Join(IEnumerable<string> names) => string.Join(\",\", names); }")]
    [InlineData("return this with { Text = Join(Names) }; static string Join(IEnumerable<string> names) => string.Join(\",\", names);")]
    [InlineData("return this with { Number = Helper.Count(Counts.Keys) };", "static class Helper { public static int Count(IEnumerable<string> names) { int count = 0; foreach (string name in names) { count += name.Length; } return count; } }")]
    [InlineData("return this with { Number = Helper.Count(Counts.Keys.ToList()) };", "static class Helper { public static int Count(IReadOnlyList<string> names) => names.Count; }")]
    [InlineData("return this with { Text = Helper.Join(Counts.Keys.Order(StringComparer.Ordinal)) };", "static class Helper { public static string Join(IEnumerable<string> names) => string.Join(\",\", names); }")]
    [InlineData("return this with { Text = Helper.Join(Counts.Keys) };", "static class Helper { public static string Join(IEnumerable<string> names) => string.Join(\",\", names.Order(StringComparer.Ordinal)); }")]
    [InlineData("return this with { Number = Helper.Long(Counts).Count() };", "static class Helper { public static IEnumerable<string> Long(ImmutableDictionary<string, int> counts) => counts.Keys.Where(key => key.Length > 1); }")]
    [InlineData("return this with { Text = Helper.Long(Counts).Order(StringComparer.Ordinal).First() };", "static class Helper { public static IEnumerable<string> Long(ImmutableDictionary<string, int> counts) => counts.Keys.Where(key => key.Length > 1); }")]
    [InlineData("return this with { Text = Helper.Join(Names) };", "static class Helper { [Deterministic] public static string Join(IEnumerable<string> names) => string.Join(\",\", names); }")]
    [InlineData("Func<IEnumerable<string>, string> join = names => string.Join(\",\", names); return this with { Text = join(Names) };")]
    public async Task Are_followed_by_nobody(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Fact]
    public async Task Messages_say_what_has_no_order()
    {
        string message = Assert.Single(await DeterminismVerifier.MessagesAsync("return this with { Text = Counts.Keys.First() };"));
        Assert.Equal(
            "'Enumerable.First' is not deterministic (ORDER): it follows the order of ImmutableDictionary<string, int>, which follows hash codes that differ from process to process; "
            + "use OrderBy with a key that tells all elements apart, or a sorted collection; path: On(Happened) → Enumerable.First",
            message);
    }

    [Theory]
    [InlineData("var names = Names.Sort((left, right) => left.Length.CompareTo(right.Length));")]
    [InlineData("var list = new List<Happened>(); {|DAY2040i:list.Sort((left, right) => left.Number.CompareTo(right.Number))|};")]
    [InlineData("var list = new List<Happened>(); {|DAY2040i:list.Sort((left, right) => string.CompareOrdinal(left.Value, right.Value))|};")]
    [InlineData("var list = new Happened[1]; {|DAY2040i:Array.Sort(list, (left, right) => left.Number.CompareTo(right.Number))|};")]
    [InlineData("var list = new List<int>(); list.Sort((left, right) => right.CompareTo(left));")]
    [InlineData("var list = new List<Happened>(); list.Sort((left, right) => left.Number != right.Number ? left.Number.CompareTo(right.Number) : string.CompareOrdinal(left.Value, right.Value));")]
    [InlineData("var queue = new PriorityQueue<string, int>(); _ = {|DAY2040i:queue.Dequeue()|};")]
    [InlineData("var queue = new PriorityQueue<string, (int, int)>(); _ = queue.Dequeue();")]
    public async Task Ties_are_infos(string statements) => await DeterminismVerifier.VerifyReducerAsync(statements + " return this;");
}
