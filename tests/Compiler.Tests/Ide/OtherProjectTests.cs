using Daybook.Analyzers.Determinism;
using Daybook.Analyzers.Schema;
using Daybook.Analyzers.Shape;
using Daybook.Compiler.Tests.Determinism.Database;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.Ide;

/// <summary>An editor sees another project's sources, a build its compiled assembly: both say the same.</summary>
public class OtherProjectTests
{
    [Theory]
    [InlineData("public sealed class Account(string owner) { private readonly string _display = owner; public string Owner { get; } = owner; public string Display => _display; }")]
    [InlineData("public sealed class Account(string owner) { internal readonly int length = owner.Length; public string Owner { get; } = owner; }")]
    public async Task Members_that_a_compiled_class_does_not_show_do_not_count(string account) => await AssertSameAsync(account);

    [Theory]
    [InlineData("public sealed class Account { public int Limit { get; set; } = 5; }")]
    [InlineData("public sealed class Account { public int Limit { get; set; } }")]
    [InlineData("public sealed class Account { public string Owner { get; set; } = null!; public int Limit = 3; }")]
    [InlineData("public sealed class Account { public Account() => Limit = 7; public int Limit { get; set; } }")]
    [InlineData("public sealed record Account(int Number, string Owner = \"nobody\") { public int Limit { get; init; } = 5; }")]
    [InlineData("public record Base { public int Limit { get; init; } = 5; } public sealed record Account(int Number) : Base { [Daybook.WireKey(1)] public int Other { get; init; } = 6; }")]
    [InlineData("public struct Account { public Account() { } public int Limit { get; set; } = 5; private int _hidden = 1; public int Hidden => _hidden; }")]
    [InlineData("public readonly record struct Account(int Limit = 4) { public int More { get; init; } = 5; }")]
    public async Task What_a_member_is_that_a_payload_lacks_is_the_same(string account) => await AssertSameAsync(account);

    [Theory]
    [InlineData("public sealed class Account { public Account() { } public Account(int limit) => Limit = limit; public int Limit { get; set; } }")]
    [InlineData("public sealed class Account(int limit) { public Account(int limit, string owner) : this(limit) => Owner = owner; public int Limit { get; set; } = limit; public string Owner { get; set; } = \"\"; }")]
    [InlineData("public sealed record Account(int Limit) { public Account(int limit, string owner) : this(limit) => Owner = owner; public string Owner { get; init; } = \"\"; }")]
    [InlineData("public sealed record Account(string Owner, int Limit) { public string Owner { get; init; } = Owner; }")]
    [InlineData("public sealed record Account { public Account(string Owner) => this.Owner = Owner; public int Limit { get; init; } public string Owner { get; init; } }")]
    [InlineData("public sealed class Account { public Account(int Limit) => this.Limit = Limit; public string Owner { get; set; } = \"\"; public int Limit { get; set; } }")]
    [InlineData("public sealed class Account { public Account() { } [MessagePack.SerializationConstructor] private Account(int limit) => Limit = limit; public int Limit { get; set; } } namespace MessagePack { public sealed class SerializationConstructorAttribute : System.Attribute; }")]
    [InlineData("public sealed record Account(int Limit, [property: Daybook.WireIgnore] int Secret = 1);")]
    public async Task The_constructor_is_the_same(string account) => await AssertSameAsync(account);

    [Theory]
    [InlineData("public sealed partial class Account { public int Limit { get; set; } } public sealed partial class Account { public string Owner { get; set; } = \"\"; }")]
    [InlineData("public class Base { public int Limit { get; } = 1; } public sealed class Account : Base { public new int Limit { get; set; } }")]
    [InlineData("public class Base { public virtual int Limit { get; } = 1; } public sealed class Account : Base { public override int Limit => 2; public int Other { get; set; } }")]
    [InlineData("public sealed class Account { public int Limit { get; } = 1; public string Owner { get; set; } = \"\"; }")]
    [InlineData("public sealed class Account { public int Limit { private get; set; } public string Owner { get; private set; } = \"\"; public int Third; }")]
    [InlineData("public struct Account { private int Limit { get; set; } public string Owner { get; set; } }")]
    [InlineData("public struct Account { private int _limit; public string Owner { get; set; } public int Limit => _limit; }")]
    [InlineData("public struct Account { public int Third; internal string owner; public int First { get; set; } }")]
    [InlineData("public interface ILimited { int Limit { get; set; } } public sealed class Account : ILimited { int ILimited.Limit { get; set; } public int Other { get; set; } }")]
    [InlineData("public interface ILimited { int Limit { get; set; } } public struct Account : ILimited { int ILimited.Limit { get; set; } public int Other { get; set; } }")]
    [InlineData("public class Base { private int Limit() => 1; public int Other { get; set; } } public sealed class Account : Base { public int Limit { get; set; } private new int Other => 1; }")]
    [InlineData("public sealed class Account { public required int Limit { get; init; } public required string Owner; public event System.Action? Changed; }")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Test.Assembly\")] public class Account { internal int Limit { get; set; } private protected int Other { get; set; } protected internal int Third { get; set; } }")]
    public async Task Members_are_the_same(string account) => await AssertSameAsync(account);

    [Theory]
    [InlineData("public record Base(int Limit) { public string Owner { get; init; } = \"nobody\"; }", "[Daybook.Event(\"opened\")] public partial record Opened(int Limit) : Base(Limit) { [Daybook.WireKey(7)] public int Other { get; init; } = 3; }")]
    [InlineData("public record Base { [Daybook.WireKey(0)] public int Limit { get; init; } = 5; [Daybook.WireKey(1)] public string Owner { get; } = \"\"; }", "[Daybook.Event(\"opened\")] public partial record Opened([property: Daybook.WireKey(2)] int Other) : Base;")]
    [InlineData("public record Base { public virtual int Limit { get; init; } = 5; }", "[Daybook.Event(\"opened\")] public partial record Opened : Base { public override int Limit { get; init; } = 6; }")]
    [InlineData("public abstract record Base { public int Limit { get; init; } = 5; } public sealed record Left : Base; public sealed record Right(int Other = 2) : Base { public int More { get; init; } = 3; }", "[Daybook.Event(\"opened\")] public partial record Opened(Union Of); [Daybook.UnionCase(0, typeof(One))] public abstract record Union; public sealed record One([property: Daybook.WireKey(0)] Left Left, [property: Daybook.WireKey(1)] Right Right) : Union;")]
    public async Task Declarations_that_build_on_it_are_the_same(string library, string program) => await AssertSameAsync(library, program);

    [Theory]
    [InlineData("public sealed class Line { public System.Collections.Generic.IEnumerable<int> Numbers { get; set; } = []; }", "this with { Line = new() { Numbers = new[] { 1 }.Select(x => x) } }")]
    [InlineData("public sealed class Line { public static Line Of(System.Collections.Generic.IEnumerable<int> numbers) => new(); }", "this with { Line = Line.Of(e.Numbers.ToList()) }")]
    public async Task A_reducer_is_judged_the_same(string library, string value)
    {
        CSharpCompilation compilation = TestCompiler.Compile(library).WithAssemblyName("Library");
        string program = $$"""
            using Daybook;
            using System.Linq;
            [Event("opened")] public sealed partial record Opened(System.Collections.Immutable.ImmutableHashSet<int> Numbers);
            [State("test")] public sealed partial record Test(Line? Line)
            {
                public static Test Initial { get; } = new((Line?)null);
                [Reducer] public Test On(Opened e) => {{value}};
            }
            """;
        Assert.Equal(await JudgedAsync(program, Compiled(compilation, isReferenceAssembly: false)), await JudgedAsync(program, compilation.ToMetadataReference()));
    }

    [Theory]
    [InlineData("public enum Kind { Small = 3, Large = 4 }", "this with { N = (int)Kind.Large }")]
    [InlineData("public interface IRule { int Of(int n); }", "this with { N = ((IRule)new Twice()).Of(2) }")]
    [InlineData("public abstract class Rule { public abstract int Of(int n); } public static class Rules { public static int Apply(this Rule rule) => rule.Of(1); }", "this with { N = new Once().Apply() }")]
    public async Task The_value_over_reducers_is_the_same(string library, string value)
    {
        CSharpCompilation compilation = TestCompiler.Compile(library).WithAssemblyName("Library");
        string program = $$"""
            using Daybook;
            [Event("opened")] public sealed partial record Opened;
            [State("test")] public sealed partial record Test(int N)
            {
                public static Test Initial { get; } = new(0);
                [Reducer] public Test On(Opened e) => {{value}};
            }
            {{(library.Contains("IRule", StringComparison.Ordinal) ? "class Twice : IRule { public int Of(int n) => n * 2; }" : library.Contains("Rule", StringComparison.Ordinal) ? "class Once : Rule { public override int Of(int n) => n; }" : "")}}
            """;
        Assert.Equal(await LineAsync(program, Compiled(compilation, isReferenceAssembly: false)), await LineAsync(program, compilation.ToMetadataReference()));
    }

    /// <summary>The line that the schema file lacks.</summary>
    private static async Task<string> LineAsync(string program, MetadataReference library)
    {
        Compilation output = TestCompiler.Run(TestCompiler.Compile(program).AddReferences(library)).Output;
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var analysis = new CompilationWithAnalyzers(output, [new SchemaLockAnalyzer()], new AnalyzerOptions([new TextFile("daybook.schema.txt", "")]));
        IEnumerable<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return Assert.Single(found.SelectMany(diagnostic => diagnostic.Properties.Values).OfType<string>(), line => line.Contains("reducers ", StringComparison.Ordinal));
    }

    private static async Task<string> JudgedAsync(string program, MetadataReference library)
    {
        Compilation output = TestCompiler.Run(TestCompiler.Compile(program).AddReferences(library)).Output;
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return string.Join('\n', (await Verifier.FindAsync<DeterminismAnalyzer>(output)).Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal));
    }

    private static async Task AssertSameAsync(string account, string program = "[Daybook.Event(\"opened\")] public partial record Opened(Account Account);")
    {
        CSharpCompilation library = TestCompiler.Compile(account).WithAssemblyName("Library");
        string shown = await SaidAsync(program, library.ToMetadataReference());
        Assert.Equal(await SaidAsync(program, Compiled(library, isReferenceAssembly: false)), shown);
        Assert.Equal(await SaidAsync(program, Compiled(library, isReferenceAssembly: true)), shown);
    }

    private static PortableExecutableReference Compiled(CSharpCompilation library, bool isReferenceAssembly)
    {
        using var image = new MemoryStream();
        Assert.Empty(library.Emit(image, options: new(metadataOnly: isReferenceAssembly, includePrivateMembers: !isReferenceAssembly)).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>What is generated, the schema lines among it, and what is said of the declarations.</summary>
    private static async Task<string> SaidAsync(string program, MetadataReference library)
    {
        (IReadOnlyDictionary<string, string> files, Compilation output) = TestCompiler.Run(TestCompiler.Compile(program).AddReferences(library));
        IEnumerable<Diagnostic> found = await Verifier.FindAsync<UnusableDeclarationAnalyzer>(output);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !found.Any()));
        return string.Join('\n', files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value).Concat(found.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)));
    }
}
