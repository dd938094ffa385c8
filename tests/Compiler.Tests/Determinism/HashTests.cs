namespace Daybook.Compiler.Tests.Determinism;

public class HashTests
{
    [Theory]
    [InlineData("return this with { Number = {|DAY2030:e.Value.GetHashCode()|} };")]
    [InlineData("return this with { Number = {|DAY2030:e.Value.GetHashCode(StringComparison.Ordinal)|} };")]
    [InlineData("return this with { Number = {|DAY2030:string.GetHashCode(e.Value)|} };")]
    [InlineData("return this with { Number = {|DAY2030:StringComparer.Ordinal.GetHashCode(e.Value)|} };")]
    [InlineData("return this with { Number = {|DAY2030:HashCode.Combine(1, 2)|} };")]
    [InlineData("var hash = {|DAY2030:new HashCode()|}; {|DAY2030:hash.Add(1)|}; return this with { Number = {|DAY2030:hash.ToHashCode()|} };")]
    [InlineData("return this with { Number = {|DAY2030:(1, 2).GetHashCode()|} };")]
    [InlineData("return this with { Number = {|DAY2030:e.GetHashCode()|} };")]
    [InlineData("return this with { Number = {|DAY2030:new object().GetHashCode()|} };")]
    [InlineData("return this with { Number = {|DAY2030:typeof(string).GetHashCode()|} };")]
    [InlineData("return this with { Number = {|DAY2030:new Pair().GetHashCode()|} };", "struct Pair { public int X; public int Y; }")]
    [InlineData("return this with { Number = {|DAY2030:new Pair(\"a\").GetHashCode()|} };", "record struct Pair(string X);")]
    [InlineData("return this with { Number = {|DAY2030:new Pair().GetHashCode()|} };", "class Pair;")]
    [InlineData("return this with { Number = {|DAY2030:new Pair().GetHashCode()|} };", "class Pair { public override int GetHashCode() => HashCode.Combine(1); }")]
    [InlineData("return this with { Number = {|DAY2030:EqualityComparer<string>.Default.GetHashCode(e.Value)|} };")]
    [InlineData("IEqualityComparer<string> order = StringComparer.Ordinal; return this with { Number = {|DAY2030:order.GetHashCode(e.Value)|} };")]
    [InlineData("Func<int> f = () => 1; return this with { Number = {|DAY2030:f.GetHashCode()|} };")]
    [InlineData("object boxed = 1; return this with { Number = {|DAY2030:boxed.GetHashCode()|} };")]
    [InlineData("return this with { Number = {|DAY2030:System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this)|} };")]
    [InlineData("return this with { Number = Names.Select(name => {|DAY2030:name.GetHashCode()|}).Sum() };")]
    [InlineData("return this with { Number = {|DAY2030:Helper.Bucket(e.Value)|} };", "static class Helper { public static int Bucket(string text) => text.GetHashCode() % 8; }")]
    [InlineData("return this with { Number = {|DAY2030:new Pair(1).GetHashCode()|} };", "record Pair(int X);")]
    public async Task Is_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Number = 1.GetHashCode() + 1L.GetHashCode() + true.GetHashCode() + 1.5.GetHashCode() + 1.5m.GetHashCode() + 'c'.GetHashCode() };")]
    [InlineData("return this with { Number = Id.GetHashCode() + e.At.GetHashCode() + TimeSpan.Zero.GetHashCode() + DayOfWeek.Friday.GetHashCode() };")]
    [InlineData("int? number = e.Number; return this with { Number = number.GetHashCode() + ((object)e.Number).GetHashCode() };")]
    [InlineData("return this with { Number = new Pair(1, Id).GetHashCode() };", "record struct Pair(int X, Guid Y);")]
    [InlineData("return this with { Number = new Pair().GetHashCode() };", "class Pair { public override int GetHashCode() => 5; }")]
    [InlineData("return this with { Number = EqualityComparer<int>.Default.GetHashCode(e.Number) };")]
    [InlineData("var map = new Dictionary<Key, int>(); map[new(e.Value)] = 1; return this with { Number = map[new(e.Value)] };", "class Key(string text) : IEquatable<Key> { public bool Equals(Key? other) => true; public override bool Equals(object? other) => true; public override int GetHashCode() => text.GetHashCode(); }")]
    [InlineData("var map = new Dictionary<string, int>(new Same()); return this;", "class Same : IEqualityComparer<string> { public bool Equals(string? x, string? y) => x == y; public int GetHashCode(string text) => text.GetHashCode(); }")]
    [InlineData("var map = new Dictionary<string, int>(new Same()); return this;", "class Same : EqualityComparer<string> { public override bool Equals(string? x, string? y) => x == y; public override int GetHashCode(string text) => HashCode.Combine(text); }")]
    [InlineData("return this with { Text = System.Text.Encoding.UTF8.GetString(System.Security.Cryptography.SHA256.HashData([1])) };")]
    [InlineData("return e == e && e.Equals(e) ? this : this with { Text = nameof(GetHashCode) };")]
    public async Task Is_not_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
