using Daybook.Analyzers.Shape;
using Daybook.CodeFixes;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes;

public class ListUnionCaseFixTests : SingleFixTests<ListUnionCaseFix>
{
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
    public Task Offers_nothing_where_the_union_does_not_see_the_case() => FixVerifier.OffersNothingAsync<MemberTypeAnalyzer, ListUnionCaseFix>(
        "[WireUnion(0, typeof(C))] public abstract record U; public record C : U; public class Outer { private record D : U; }");
}
