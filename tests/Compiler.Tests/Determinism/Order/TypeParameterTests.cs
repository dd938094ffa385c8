namespace Daybook.Compiler.Tests.Determinism.Order;

/// <summary>Sequences whose types are type parameters: what bounds them says whether they have an order.</summary>
public class TypeParameterTests
{
    [Theory]
    [InlineData("return this with { Text = {|DAY2040:Helper.Join(Counts)|} };", "static class Helper { public static string Join<TMap>(TMap map) where TMap : IReadOnlyDictionary<string, int> { string text = \"\"; foreach (var pair in map) { text += pair.Key; } return text; } }")]
    [InlineData("return this with { Text = {|DAY2040:Helper.First(Counts)|} };", "static class Helper { public static string First<TMap>(TMap map) where TMap : IReadOnlyDictionary<string, int> => map.Keys.First(); }")]
    [InlineData("return this with { Text = {|DAY2040:Helper.First(Counts)|} };", "static class Helper { public static string First<TMap>(TMap map) where TMap : IReadOnlyDictionary<string, int> => map.First().Key; }")]
    [InlineData("return this with { Text = {|DAY2040:Helper.First(Counts)|} };", "static class Helper { public static string First<TPairs>(TPairs pairs) where TPairs : IEnumerable<KeyValuePair<string, int>> => pairs.First().Key; }")]
    [InlineData("return this with { Text = {|DAY2040:Counts.Join()|} };", "static class Helper { public static string Join<TMap>(this TMap map) where TMap : IReadOnlyDictionary<string, int> => string.Join(\",\", map.Keys); }")]
    public async Task Have_none(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Number = Helper.Sum(Counts) };", "static class Helper { public static int Sum<TMap>(TMap map) where TMap : IReadOnlyDictionary<string, int> { int sum = 0; foreach (var pair in map) { sum += pair.Value; } return sum; } }")]
    [InlineData("return this with { Text = Helper.First(Names) };", "static class Helper { public static string First<TNames>(TNames names) where TNames : IEnumerable<string> => names.First(); }")]
    [InlineData("return this with { Text = Helper.First(Names) };", "static class Helper { public static string First<TNames>(TNames names) where TNames : IReadOnlyList<string> => names[0]; }")]
    [InlineData("return Helper.Same(Counts) ? this : Initial;", "static class Helper { public static bool Same<T>(T value) where T : class => value is not null; }")]
    public async Task Do_not_matter(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
