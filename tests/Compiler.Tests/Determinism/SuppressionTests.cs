namespace Daybook.Compiler.Tests.Determinism;

/// <summary>What a project suppresses is not said at the root; at the end of a way, suppressing it changes nothing.</summary>
public class SuppressionTests
{
    [Theory]
    [InlineData("\n#pragma warning disable DAY2000\nreturn this with { At = DateTimeOffset.UtcNow };", "")]
    [InlineData("\n#pragma warning disable DAY2000\nreturn this with { At = Helper.Now() };", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("\n#pragma warning disable DAY2000\nreturn this with { At = DateTimeOffset.UtcNow, Id = {|DAY2020:Guid.NewGuid()|} };", "")]
    [InlineData("\n#pragma warning disable DAY2000\n_ = DateTimeOffset.UtcNow;\n#pragma warning restore DAY2000\nreturn this with { At = {|DAY2000:DateTimeOffset.UtcNow|} };", "")]
    [InlineData("return this with { At = {|DAY2000:Helper.Now()|} };", "static class Helper { public static DateTimeOffset Now() =>\n#pragma warning disable DAY2000\nDateTimeOffset.UtcNow;\n#pragma warning restore DAY2000\n }")]
    public async Task Pragmas_count_at_the_root(string body, string others) => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { At = DateTimeOffset.UtcNow };", "", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Daybook.Determinism\", \"DAY2000\", Scope = \"member\", Target = \"~M:Test.On(Happened,Daybook.EventContext)~Test\")]")]
    [InlineData("return this with { At = Helper.Now() };", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Daybook.Determinism\", \"DAY2000\", Scope = \"type\", Target = \"~T:Test\")]")]
    [InlineData("return this with { At = {|DAY2000:Helper.Now()|} };", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Daybook.Determinism\", \"DAY2000\", Scope = \"type\", Target = \"~T:Helper\")]")]
    [InlineData("return this with { At = {|DAY2000:DateTimeOffset.UtcNow|} };", "", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Daybook.Determinism\", \"DAY2020\", Scope = \"type\", Target = \"~T:Test\")]")]
    public async Task Attributes_count_at_the_root(string body, string others, string file) => await DeterminismVerifier.VerifyFilesAsync(body, others, file);
}
