using Daybook.Analyzers.Shape;
using Daybook.CodeFixes;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes;

public class ListUnionCaseFixTests : FixAllTests<MemberTypeAnalyzer, ListUnionCaseFix>
{
    protected override IReadOnlyList<(string Path, string Before, string After)> Documents =>
    [
        ("App/A.cs", "// Unions.\n[WireUnion(4, typeof(C))] // First.\npublic abstract record U;\n[WireUnion(0, typeof(C))] public interface V;\npublic record C : U, V;\npublic record E : U, V;\npublic record D : U;\n", ""),
        ("App/B.cs", "public record F : U; // F.\n", ""),
        ("Shop/C.cs", "namespace N\n{\n    // Why.\n    [WireUnion(0, typeof(P))]\n    public abstract record W;\n    public record P : W;\n    public record R : W;\n    public record Q : W;\n}\n", ""),
    ];

    protected override IEnumerable<(string Path, string Source)> After(int changed) => Documents.Select(document => (document.Path, document.Path switch
    {
        "App/A.cs" => document.Before
            .Replace("// First.\n", "// First.\n[WireUnion(5, typeof(D))]\n[WireUnion(6, typeof(E))]\n" + (changed > 1 ? "[WireUnion(7, typeof(F))]\n" : ""), StringComparison.Ordinal)
            .Replace("public interface V", "[WireUnion(1, typeof(E))] public interface V", StringComparison.Ordinal),
        "Shop/C.cs" when changed > 2 => document.Before.Replace("(P))]\n", "(P))]\n    [WireUnion(1, typeof(Q))]\n    [WireUnion(2, typeof(R))]\n", StringComparison.Ordinal),
        _ => document.Before,
    }));

    protected override string Action => nameof(ListUnionCaseFix);

    [Theory]
    [InlineData(
        "// Why.\n[WireUnion(4, typeof(C))]\npublic abstract record U;\npublic record C : U;\npublic record D : U;",
        "// Why.\n[WireUnion(4, typeof(C))]\n[WireUnion(5, typeof(D))]\npublic abstract record U;\npublic record C : U;\npublic record D : U;")]
    [InlineData(
        "namespace N\n{\n    [WireUnion(-4, typeof(C))]\n    public interface U;\n    public record C : U;\n    public class Outer { public struct D : U; }\n}",
        "namespace N\n{\n    [WireUnion(-4, typeof(C))]\n    [WireUnion(0, typeof(Outer.D))]\n    public interface U;\n    public record C : U;\n    public class Outer { public struct D : U; }\n}")]
    [InlineData(
        "[WireUnion(0, typeof(C<>))]\npublic abstract record U<T>;\npublic record C<T> : U<T>;\npublic record D<T> : U<T>;",
        "[WireUnion(0, typeof(C<>))]\n[WireUnion(1, typeof(D<>))]\npublic abstract record U<T>;\npublic record C<T> : U<T>;\npublic record D<T> : U<T>;")]
    public async Task Lists_the_case_with_the_next_free_tag(string before, string after) =>
        Assert.Equal(after, await FixVerifier.FixAsync<MemberTypeAnalyzer, ListUnionCaseFix>(before));

    [Fact]
    public async Task Offers_each_union_that_the_case_is_missing_from() => Assert.Equal(
        ["List it as case 0 of U", "List it as case 3 of V"],
        (await FixVerifier.TitlesAsync<MemberTypeAnalyzer, ListUnionCaseFix>(
            "[WireUnion(-1, typeof(C))] public abstract record U; [WireUnion(2, typeof(C))] public interface V; public record C : U, V; public record D : U, V;")).Distinct());

    [Fact]
    public Task Offers_nothing_where_the_union_does_not_see_the_case() => FixVerifier.OffersNothingAsync<MemberTypeAnalyzer, ListUnionCaseFix>(
        "[WireUnion(0, typeof(C))] public abstract record U; public record C : U; public class Outer { private record D : U; }");
}
