namespace Daybook.Compiler.Tests.Determinism;

public class RegexTests
{
    [Theory]
    [InlineData("var regex = {|DAY2210:new System.Text.RegularExpressions.Regex(\"a\", System.Text.RegularExpressions.RegexOptions.IgnoreCase)|}; return this;")]
    [InlineData("return {|DAY2210:System.Text.RegularExpressions.Regex.IsMatch(e.Value, \"a\", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.Compiled)|} ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2210:System.Text.RegularExpressions.Regex.IsMatch(e.Value, \"(?i)a\")|} ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2210:System.Text.RegularExpressions.Regex.IsMatch(e.Value, \"b(?mi-s:a)\")|} ? this : this with { Number = 1 };")]
    [InlineData("var regex = {|DAY2210:new System.Text.RegularExpressions.Regex(\"a\", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))|}; return this;")]
    [InlineData("var time = {|DAY2210:new System.Text.RegularExpressions.Regex(\"a\").MatchTimeout|}; return this;")]
    [InlineData("return this with { Number = {|DAY2210:System.Text.RegularExpressions.Regex.CacheSize|} };")]
    [InlineData("return {|DAY2210:Helper.Is(e.Value)|} ? this : this with { Number = 1 };", "static class Helper { public static bool Is(string text) => System.Text.RegularExpressions.Regex.IsMatch(text, \"(?i)a\"); }")]
    public async Task Is_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return System.Text.RegularExpressions.Regex.IsMatch(e.Value, \"(?<i>a)(?:i)(?=i)\") ? this : this with { Number = 1 };")]
    [InlineData("var regex = new System.Text.RegularExpressions.Regex(\"(?i)a\", System.Text.RegularExpressions.RegexOptions.CultureInvariant); return this;")]
    [InlineData("var regex = new System.Text.RegularExpressions.Regex(\"a\", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant); return this;")]
    [InlineData("var regex = new System.Text.RegularExpressions.Regex(\"a\", System.Text.RegularExpressions.RegexOptions.None, System.Text.RegularExpressions.Regex.InfiniteMatchTimeout); return this;")]
    [InlineData("return Helper.Word().IsMatch(e.Value) ? this : this with { Number = 1 };", "static partial class Helper { [System.Text.RegularExpressions.GeneratedRegex(\"a\", System.Text.RegularExpressions.RegexOptions.IgnoreCase)] public static partial System.Text.RegularExpressions.Regex Word(); public static partial System.Text.RegularExpressions.Regex Word() => null!; }")]
    public async Task Is_not_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
