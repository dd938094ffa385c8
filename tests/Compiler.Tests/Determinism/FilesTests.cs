namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Programs in two files: what a reducer reaches, and parts of the reducer's own type, stand in the other one.</summary>
public class FilesTests
{
    [Theory]
    [InlineData("return this with { At = {|DAY2000:Helper.Now()|} };", "", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:Now|} };", "", "public sealed partial record Test { private static DateTimeOffset Now => DateTimeOffset.UtcNow; }")]
    [InlineData("return this with { At = {|DAY2000:Now()|} };", "public sealed partial record Test { private static partial DateTimeOffset Now(); }", "public sealed partial record Test { private static partial DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this;", "static class Helper { public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }", "[Event(\"b\")] public sealed partial record Other(int Number); public sealed partial record Test { [Reducer] public Test On(Other e) => this with { At = {|DAY2000:Helper.Now()|}, Id = {|DAY2020:Guid.NewGuid()|} }; }")]
    [InlineData("return this with { Number = {|DAY2060:Helper.Names|}.Count };", "static partial class Helper { public static readonly List<string> Names = []; }", "static partial class Helper { public static void Add(string name) => Names.Add(name); }")]
    [InlineData("{|DAY2070:Helper.Add(Changing)|}; return this;", "", "static class Helper { public static void Add(List<string> names) => names.Add(\"x\"); }")]
    [InlineData("return this with { Text = {|DAY2040:Helper.Join(Counts.Keys)|} };", "", "static class Helper { public static string Join(IEnumerable<string> names) => string.Join(\",\", names); }")]
    [InlineData("IClock clock = new Clock(); return this with { At = {|DAY2000:clock.Now()|} };", "interface IClock { DateTimeOffset Now(); } sealed partial class Clock : IClock;", "sealed partial class Clock { public DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("return this;", "[Event(\"b\")] public sealed partial record Other(int Number); public sealed partial record Test { [Reducer] public partial Test On(Other e); }", "public sealed partial record Test { public partial Test On(Other e) => this with { At = {|DAY2000:Helper.Now()|}, Id = {|DAY2020:Guid.NewGuid()|} }; } static partial class Helper { [Obsolete] public static partial DateTimeOffset Now(int days = 0); } static partial class Helper { public static partial DateTimeOffset Now(int days) => DateTimeOffset.UtcNow; }")]
    public async Task Is_followed(string body, string others, string file) => await DeterminismVerifier.VerifyFilesAsync(body, others, file);

    [Theory]
    [InlineData("return this with { At = Helper.Now() };", "", "static class Helper { [Deterministic(\"a test's clock\")] public static DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("var sorted = Names.OrderBy(name => name, Helper.Comparer); return this;", "static partial class Helper;", "static partial class Helper { public static StringComparer Comparer => StringComparer.Ordinal; }")]
    [InlineData("return this with { Number = Helper.Names.Count };", "static partial class Helper { public static readonly List<string> Names = []; }", "static partial class Helper { public static int Count => Names.Count; }")]
    public async Task Is_left_alone(string body, string others, string file) => await DeterminismVerifier.VerifyFilesAsync(body, others, file);
}
