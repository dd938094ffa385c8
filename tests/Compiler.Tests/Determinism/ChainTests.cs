namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Uses of one object in a row: the widest is reported, and of those inside only what is worse and of another kind.</summary>
public class ChainTests
{
    [Theory]
    [InlineData("return this with { Text = {|DAY2090:new System.Net.Http.HttpClient().GetStringAsync(\"x\").Result|} };")]
    [InlineData("return this with { Text = {|DAY2090:System.IO.File.ReadAllTextAsync(\"x\").Result|} };")]
    [InlineData("return this with { Text = {|DAY2050:DateTime.Now.ToString()|} };")]
    [InlineData("return this with { Text = {|DAY2010:DateTime.Now.ToUniversalTime()|}.ToString(\"O\") };")]
    [InlineData("return this with { Text = {|DAY2050:Environment.GetEnvironmentVariable(\"x\")!.ToUpper()|} };")]
    [InlineData("return this with { Text = {|DAY2050:e.Amount.ToString().ToUpper()|} };")]
    [InlineData("{|DAY2060:L.All.Add(1)|}; return this;", "static class L { public static readonly List<int> All = []; }")]
    [InlineData("{|DAY2060:L.Held.All.Add(1)|}; return this;", "static class L { public static readonly Hold Held = new(); } class Hold { public List<int> All { get; } = []; }")]
    [InlineData("return this with { Text = System.Diagnostics.Activity.Current?{|DAY2100:.Id|} ?? \"\" };")]
    [InlineData("return this with { Text = System.Diagnostics.Activity.Current?.Parent?{|DAY2100:.Id|} ?? \"\" };")]
    [InlineData("return this with { Text = (System.Diagnostics.Activity.Current?.Parent)?{|DAY2100:.Id|} ?? \"\" };")]
    [InlineData("return this with { Text = e.Amount.ToString()?{|DAY2050:.ToUpper()|} ?? \"\" };")]
    [InlineData("return this with { Text = Environment.GetEnvironmentVariable(\"x\")?{|DAY2050:.ToUpper()|} ?? \"\" };")]
    [InlineData("return this with { Number = {|DAY2100:L.Local.Value|} };", "static class L { public static readonly System.Threading.AsyncLocal<int> Local = new(); }")]
    [InlineData("return this with { Number = {|DAY2100:L.Local.Value|} + ({|DAY2100:L.Local|} is null ? 1 : 2) };", "static class L { public static readonly System.Threading.AsyncLocal<int> Local = new(); }")]
    public async Task Only_the_widest_is_reported_unless_another_is_worse(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
