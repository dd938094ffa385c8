namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Members as machines write them are followed like any other, or said not to be.</summary>
public class LargeMemberTests
{
    private const string Mark = "/*many*/";

    private const string Lists = "public static class Lists { public static List<string> Of(List<string> list) => list.Count > 1 ? list : [.. list]; }";

    [Theory]
    [InlineData("var list = Changing; /*many*/if (e.Number > 1) list = [.. list];/*many*/ {|DAY2070:list.Add(e.Value)|}; return this;")]
    [InlineData("var list = Changing; /*many*/if (e.Number > 1) list = Lists.Of(list);/*many*/ {|DAY2070:list.Add(e.Value)|}; return this;")]
    [InlineData("var list = Changing; /*many*/list = [.. list];/*many*/ list.Add(e.Value); return this;")]
    [InlineData("return this with { Text = {|DAY2040:Counts/*many*/.Where(entry => entry.Value > 0)/*many*/.First()|}.Key };")]
    [InlineData("return this with { Text = Counts.OrderBy(entry => entry.Key, StringComparer.Ordinal)/*many*/.Where(entry => entry.Value > 0)/*many*/.First().Key };")]
    [InlineData("return this with { At = new DateTimeOffset(DateTime.UnixEpoch/*many*/.AddDays(1)/*many*/) };")]
    public async Task Are_followed(string body) => await DeterminismVerifier.VerifyReducerAsync(Repeat(body, 200), Lists);

    [Theory]
    [InlineData("return this with { Text = \"\"/*many*/ + e.Value/*many*/ };")]
    [InlineData("return this with { Text = \"\"/*many*/ + e.Value/*many*/ + {|DAY2020:Guid.NewGuid()|} };")]
    [InlineData("return this with { Number = 0/*many*/ + e.Number/*many*/ + {|DAY2000:DateTime.Now|}.Day };")]
    [InlineData("return this with { Number = 0/*many*/ + {|DAY2000:DateTime.Now|}.Day/*many*/ };")]
    [InlineData("if (e.Number < 0) { }/*many*/ else if (e.Number > 1) { }/*many*/ else { _ = {|DAY2000:DateTime.Now|}; } return this;")]
    [InlineData("return this with { Number = /*many*/e.Number > 1 ? 1 : /*many*/{|DAY2000:DateTime.Now|}.Day };")]
    [InlineData("return this with { Text = /*many*/e.Value ?? /*many*/\"\" };")]
    [InlineData("bool isAny = false/*many*/ || e.Number > 1/*many*/; return this;")]
    public async Task That_are_deep_are_read(string body) => await DeterminismVerifier.VerifyReducerAsync(Repeat(body, 500));

    [Fact]
    public async Task That_are_too_large_are_unknown()
    {
        string body = Repeat("var list = Changing; for (int i = 0; i < e.Number; i++) { /*many*/if (e.Number > i) list = Lists.Of(list);/*many*/ } return this;", 800);
        string message = Assert.Single(await DeterminismVerifier.MessagesAsync(body, Lists));
        Assert.Contains("'Test.On' is not deterministic (UNKNOWN): it has more ways from variable to variable than are followed", message, StringComparison.Ordinal);
    }

    /// <summary>The body with what stands between the marks that many times.</summary>
    private static string Repeat(string body, int times)
    {
        string[] parts = body.Split(Mark);
        return parts[0] + string.Concat(Enumerable.Repeat(parts[1], times)) + parts[2];
    }
}
