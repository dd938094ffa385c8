using System.Globalization;

namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Types that grow while one looks into them, and types that all hold each other, are valid, and looked into for a while only.</summary>
public class EndlessTypeTests
{
    private const string Growing = """
        public sealed record Pair<T>(T Value, Pair<Pair<T>>? Next, Pair<List<T>>? Other);
        public static class Deep
        {
            public static int Of<T>(T value, int depth) => depth == 0 ? 0 : Of(new Pair<T>(value, null, null), depth - 1);
            public static string Print<T>(Pair<T>? pair) => pair is null ? "" : Print(pair.Next);
        }
        public class Maker<T> where T : new() { public int Make(int depth) => depth == 0 ? 0 : new Maker<Maker<T>>().Make(depth - 1); }
        public class Base<T> where T : new() { public T Made { get; } = new T(); }
        public sealed class Derived<T> : Base<Derived<Derived<T>>>;
        """;

    [Theory]
    [InlineData("return this with { Text = $\"{new Pair<string>(e.Value, null, null)}\" };")]
    [InlineData("return this with { Text = $\"{{|DAY2050:new Pair<double>(1, null, null)|}}\" };")]
    [InlineData("return this with { Number = new Pair<string>(e.Value, null, null) == new Pair<string>(\"\", null, null) ? 1 : 0 };")]
    [InlineData("return this with { Number = {|DAY2030:new Pair<string>(e.Value, null, null).GetHashCode()|} };")]
    [InlineData("return this with { Number = Deep.Of(1, e.Number) };")]
    [InlineData("return this with { Text = Deep.Print(new Pair<string>(e.Value, null, null)) };")]
    [InlineData("return this with { Number = new Maker<object>().Make(e.Number) };")]
    [InlineData("_ = new Derived<int>(); return this;")]
    [InlineData("var pairs = new List<Pair<string>>(); foreach (var pair in pairs) _ = pair with { Next = null }; return this;")]
    [InlineData("var pairs = new Dictionary<Pair<string>, int>(); pairs.TryGetValue(new(e.Value, null, null), out int number); return this with { Number = number };")]
    public async Task Types_that_grow(string body) => await DeterminismVerifier.VerifyReducerAsync(body, Growing);

    [Theory]
    [InlineData("return this with { Text = $\"{default(Node0)}\" };", "string Name")]
    [InlineData("return this with { Text = $\"{{|DAY2050:default(Node0)|}}\" };", "double Weight")]
    [InlineData("return this with { Number = default(Node0) == default ? 1 : 0 };", "string Name")]
    public async Task Types_that_hold_each_other(string body, string member)
    {
        const int Count = 40;
        string types = string.Concat(Enumerable.Range(0, Count).Select(index => string.Create(
            CultureInfo.InvariantCulture,
            $"public sealed record Node{index}({string.Join(", ", Enumerable.Range(0, Count).Select(other => $"Node{other}? To{other}").Append(index == Count - 1 ? member : "string Name"))});\n")));
        await DeterminismVerifier.VerifyReducerAsync(body, types);
    }
}
