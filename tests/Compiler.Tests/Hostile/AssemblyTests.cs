using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Hostile;

public class AssemblyTests
{
    private const string Events =
        """
        using Daybook;
        namespace Events;
        public enum Kind : byte { A = 1, B = 2 }
        public sealed record Detail(string Text, Kind Kind = Kind.B) { public int[] Values { get; init; } = [1]; }
        [Event("class-event")] public partial record ClassEvent(string Name, Detail? Detail = null) { public required int Count { get; init; } }
        [Event("struct-event", Version = 2)] public readonly partial record struct StructEvent(int X, int Y = 5);
        """;

    private const string State =
        """
        using Daybook;
        using Events;
        [State("s"), Records<StructEvent>(As = "Moved")]
        public partial record S
        {
            public Detail? Last { get; init; }
            [Reducer] S On(ClassEvent e) => this with { Last = e.Detail };
            static async System.Threading.Tasks.Task UseAsync(Recorder recorder)
            {
                await recorder.RecordClassEventAsync("name", 3);
                await recorder.RecordClassEventAsync("name", 3, new Detail("text"));
                await recorder.RecordMovedAsync(1);
                await recorder.RecordMovedAsync(1, 2);
                await recorder.RecordAsync(new StructEvent(1));
            }
        }
        """;

    [Fact]
    public void Events_may_live_in_another_assembly()
    {
        Compilation library = TestCompiler.Run(TestCompiler.Compile(Events).WithAssemblyName("Events")).Output;
        using var image = new MemoryStream();
        Assert.Empty(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        TestCompiler.Generate(TestCompiler.Compile(State).AddReferences(MetadataReference.CreateFromImage(image.ToArray())));
    }

    [Fact]
    public void Members_may_have_types_of_another_assembly()
    {
        const string Library =
            """
            namespace Types;
            public sealed class Money { public Money(decimal amount, string currency) { Amount = amount; Currency = currency; } public decimal Amount { get; } public string Currency { get; } }
            public readonly struct Point { public Point(int x, int y) { X = x; Y = y; } public int X { get; } public int Y { get; } }
            public sealed record Page<T>(System.Collections.Generic.IReadOnlyList<T> Items, Page<T>? Next);
            public class Tags : System.Collections.Generic.List<string> { }
            """;
        using var image = new MemoryStream();
        Assert.Empty(TestCompiler.Compile(Library).WithAssemblyName("Types").Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics);
        var files = TestCompiler.Generate(TestCompiler
            .Compile("using Daybook; using Types; [Event(\"a\")] public partial record A(Money M, Point P, Page<Money?> L, Tags T);")
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray())));
        Assert.Contains(
            "event a@1 (0 M: Money(0 Amount: decimal, 1 Currency: string), 1 P: Point(0 X: int32, 1 Y: int32), "
                + "2 L: Page(0 Items: list<Money(0 Amount: decimal, 1 Currency: string)?>, 1 Next: ref Page?), 3 T: list<string>)",
            files["A.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Events_may_live_in_the_same_assembly() => TestCompiler.Generate(Events, State);

    [Fact]
    public void Nothing_is_written_where_nothing_is_marked() => Assert.Empty(TestCompiler.Generate("public record Plain(int X);"));

    [Fact]
    public void Nothing_is_written_for_what_is_declined()
    {
        CSharpCompilation compilation = TestCompiler.Compile("using Daybook; [Event(\"a\")] public partial record A(object X); [Event(\"b\")] public partial record B;");
        Assert.Equal(["B.g.cs", "Daybook.Generated.Catalog.g.cs"], TestCompiler.Run(compilation).Files.Keys.Order(StringComparer.Ordinal));
    }
}
