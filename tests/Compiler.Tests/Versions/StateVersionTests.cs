using Daybook.Analyzers.Shape;
using Daybook.Analyzers.Versions;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Versions;

public class StateVersionTests
{
    private const string Events =
        """
        [Event("x")] public partial record X1(int N); [Event("x", Version = 2)] public partial record X2(int N); [Event("x", Version = 3)] public partial record X(int N);
        [Event("y")] public readonly partial record struct Y(int N);
        public static class C { [Upcaster] internal static X2? Up(X1 e) => new(e.N); [Upcaster] internal static (X, Y?) Up(X2 e) => (new(e.N), new(1)); }

        """;

    [Theory]
    [InlineData("[State(\"s\")] public partial record {|DAY1318:S|} { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\"), Records<Y>] public partial record S { [Reducer] S On(X2 {|DAY1317:e|}) => this; [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\"), {|DAY1317:Records<X1>|}, Records<X>, Records<Y>] public partial record S;")]
    public Task Declines(string markup) => Verifier.VerifyAsync<EventVersionAnalyzer>(Events + markup);

    [Theory]
    [InlineData("[State(\"s\"), Records<Y>] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\")] public partial record S { [Reducer] S On(X e, EventContext c) => this; [Reducer] static S On(S s, Y e, EventContext c) => s; }")]
    [InlineData("[State(\"s\", View = true)] public partial record S { [Reducer] S On(X e) => this; }")]
    [InlineData("[State(\"s\", View = true)] public partial record S { [Reducer] S On(Y e) => this; }")]
    public Task Accepts(string markup) => Verifier.VerifyAsync<EventVersionAnalyzer>(Events + markup);

    [Theory]
    [InlineData("[Event(\"a\")] partial record A(object X); [State(\"s\")] partial record S { [Reducer] S On(A e) => this; }")]
    [InlineData("[Event(\"a\")] partial record A(object X); [State(\"s\"), Records<A>] partial record S;")]
    [InlineData("[Event(\"a\")] partial record A1(object X); [Event(\"a\", Version = 2)] partial record A(int X); static class C { [Upcaster] internal static A Up(A1 e) => new(1); } [State(\"s\"), Records<A>] partial record S;")]
    [InlineData("[Event(\"a\")] partial record A1(int X); [Event(\"a\", Version = 2)] partial record A(int X); static class C { [Upcaster] static A Up(A1 e) => new(1); } [State(\"s\"), Records<A>] partial record S;")]
    [InlineData("[Event(\"a\")] partial record A1(int X); [Event(\"a\", Version = 2)] partial record A(int X); static class C { [Upcaster] internal static A Up(A1 e) => new(1); [Upcaster] internal static A Also(A1 e) => new(1); } [State(\"s\"), Records<A>] partial record S;")]
    [InlineData("[Event(\"a\")] partial record A1(string X); [Event(\"a\", Version = 2, WriteVersion = 1)] partial record A(int X); static class C { [Upcaster] internal static A Up(A1 e) => new(1); } [State(\"s\"), Records<A>] partial record S;")]
    [InlineData("[Event(\"a\")] partial record A(int X); [Event(\"b\")] partial record B(int X); static class C { [Upcaster] internal static A Up(B e) => new(1); [Upcaster] internal static B Up(A e) => new(1); } [State(\"s\"), Records<A>] partial record S;")]
    public void A_state_whose_events_are_declined_is_declined_without_a_word(string source)
    {
        (IReadOnlyDictionary<string, string> files, Compilation output) = TestCompiler.Run(TestCompiler.Compile("using Daybook; " + source));
        Assert.DoesNotContain("S.g.cs", files.Keys);
        Assert.All(
            output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            diagnostic => Assert.Same(output.SyntaxTrees.First(), diagnostic.Location.SourceTree));
    }

    [Fact]
    public void A_state_of_another_assembly_folds_older_versions()
    {
        MetadataReference library = Emit("using Daybook; " + Events);
        string state = "using Daybook; [State(\"s\"), Records<Y>] public partial record S { [Reducer] S On(X e) => this; }";
        string text = TestCompiler.Generate(TestCompiler.Compile(state).AddReferences(library))["S.g.cs"];
        Assert.Contains("events.Read<global::X1>()", text, StringComparison.Ordinal);
        Assert.Contains("events.Read<global::X2>()", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_of_another_assembly_must_take_all_parts()
    {
        MetadataReference library = Emit("using Daybook; " + Events);
        Compilation output = TestCompiler.Run(TestCompiler.Compile("using Daybook; [State(\"s\")] public partial record S { [Reducer] S On(X e) => this; }").AddReferences(library)).Output;
        Assert.DoesNotContain(output.SyntaxTrees, tree => tree.FilePath.EndsWith("S.g.cs", StringComparison.Ordinal));
        var found = await output.WithAnalyzers([new EventVersionAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal("DAY1318", Assert.Single(found).Id);
    }

    [Fact]
    public async Task An_upcaster_names_events_of_its_own_assembly_only()
    {
        MetadataReference library = Emit("using Daybook; [Event(\"x\", Version = 2)] public partial record X(int N);");
        Compilation output = TestCompiler.Run(TestCompiler.Compile(
            "using Daybook; [Event(\"x\")] public partial record X1(int N); static class C { [Upcaster] internal static X Up(X1 e) => new(1); }").AddReferences(library)).Output;
        var found = await output.WithAnalyzers([new UnusableDeclarationAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal("DAY1304", Assert.Single(found).Id);
        Assert.Empty(output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public Task A_state_must_take_what_parts_become_further_on() => Verifier.VerifyAsync<EventVersionAnalyzer>(
        """
        [Event("x")] public partial record X1(int N); [Event("x", Version = 2)] public partial record X(int N);
        [Event("y")] public partial record Y1(int N); [Event("y", Version = 2)] public partial record Y(int N);
        public static class C { [Upcaster] internal static (X, Y1) Up(X1 e) => (new(e.N), new(1)); [Upcaster] internal static Y Up(Y1 e) => new(e.N); }
        [State("s")] public partial record {|DAY1318:S|} { [Reducer] S On(X e) => this; }
        [State("t", View = true)] public partial record T { [Reducer] T On(X e) => this; }
        """);

    [Fact]
    public void A_view_has_no_recorder_and_runs_the_upcasters_of_its_events()
    {
        string text = TestCompiler.Generate(TestCompiler.Compile("using Daybook; " + Events + "[State(\"s\", View = true)] public partial record S { [Reducer] S On(Y e) => this; }"))["S.g.cs"];
        Assert.DoesNotContain("Recorder", text, StringComparison.Ordinal);
        Assert.Contains("IsView => true;", text, StringComparison.Ordinal);
        Assert.Contains("events.Read<global::X1>()", text, StringComparison.Ordinal);
    }

    private static MetadataReference Emit(string source)
    {
        Compilation library = TestCompiler.Run(TestCompiler.Compile(source).WithAssemblyName("Library")).Output;
        using var image = new MemoryStream();
        Assert.Empty(library.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
