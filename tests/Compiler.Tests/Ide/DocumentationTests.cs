using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Ide;

/// <summary>What stands above a recorder's methods comes from above the event.</summary>
public class DocumentationTests
{
    private const string State = "[Daybook.State(\"s\")] public partial record S { [Daybook.Reducer] S On(E e) => this; }";

    [Fact]
    public void Summary_parameters_and_remarks_are_taken_over() => Assert.Equal(
        """
        /// <summary>Happened.</summary>
        /// <param name="name">Whose.</param>
        /// <param name="count">How many.</param>
        /// <inheritdoc cref="AppendAsync{TEvent}" path="/param|/returns"/>
        /// <remarks>Rarely.</remarks>
        """,
        Above(
            "RecordEAsync",
            """
            /// <summary>Happened.</summary>
            /// <remarks>Rarely.</remarks>
            /// <param name="Name">Whose.</param>
            [Daybook.Event("e")] public partial record E(string Name)
            {
                /// <summary>How many.</summary>
                public required int Count { get; init; }
            }
            """));

    [Fact]
    public void The_batch_refers_to_the_recorder() => Assert.Equal(
        """
        /// <inheritdoc cref="Recorder.RecordEAsync"/>
        """,
        Above(
            "RecordE",
            """
            /// <summary>Happened.</summary>
            /// <param name="Name">Whose.</param>
            [Daybook.Event("e")] public partial record E(string Name);
            """));

    [Fact]
    public void Lines_and_the_indentation_of_code_stay() => Assert.StartsWith(
        """
        /// <summary>
        /// Happened.
        /// <code>
        /// if (x)
        ///     y();
        /// </code>
        /// 
        /// <para>Twice.</para>
        /// </summary>
        """,
        Above(
            "RecordEAsync",
            """
                /// <summary>
                /// Happened.
                /// <code>
                /// if (x)
                ///     y();
                /// </code>
                ///
                /// <para>Twice.</para>
                /// </summary>
                [Daybook.Event("e")] public partial record E;
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Less &lt; more &amp; \"quoted\"", "Less &lt; more &amp; \"quoted\"")]
    [InlineData("<![CDATA[a < b]]>", "<![CDATA[a < b]]>")]
    [InlineData("One&#x2028;two&#x85;three", "One&#x2028;two&#x85;three")]
    [InlineData("<see cref=\"System.Int32\"/> <see langword=\"null\"/>", "<see cref=\"T:System.Int32\" /> <see langword=\"null\" />")]
    [InlineData("As <see cref=\"Name\"/> says", "As <see cref=\"P:E.Name\" /> says")]
    [InlineData("<see cref=\"Nothing\"/>", "<see cref=\"!:Nothing\" />")]
    [InlineData("By <paramref name=\"Name\"/>, <paramref name=\"other\"/>", "By <see cref=\"P:E.Name\" />, <c>other</c>")]
    [InlineData("<inheritdoc cref=\"System.Int32\"/>", "<inheritdoc cref=\"T:System.Int32\" />")]
    [InlineData("More: <inheritdoc/>", "<inheritdoc cref=\"T:E\" path=\"/summary/node()\" />")]
    public void Special_characters_and_references_stay_true(string written, string expected)
    {
        string event_ = $"/// <summary>{written}</summary>\n[Daybook.Event(\"e\")] public partial record E(string Name);";
        Assert.StartsWith($"/// <summary>{expected}</summary>\n", Above("RecordEAsync", event_), StringComparison.Ordinal);
    }

    [Fact]
    public void Inherited_documentation_is_referred_to() => Assert.StartsWith(
        """
        /// <summary><inheritdoc cref="T:E" path="/summary/node()" /></summary>
        /// <param name="name"><inheritdoc cref="T:E" path="/param[@name='Name']/node()" /></param>
        /// <inheritdoc
        """,
        Above(
            "RecordEAsync",
            """
            /// <summary>Base.</summary>
            public interface IBase;
            /// <inheritdoc cref="IBase"/>
            [Daybook.Event("e")] public partial record E(string Name) : IBase;
            """),
        StringComparison.Ordinal);

    [Fact]
    public void Broken_comments_are_passed_over() => Assert.StartsWith(
        "/// <summary>Records <see cref=\"global::E\"/>.</summary>\n",
        Above("RecordEAsync", "/// <summary>Less < more</summary>\n[Daybook.Event(\"e\")] public partial record E;"),
        StringComparison.Ordinal);

    [Fact]
    public void Events_of_another_assembly_bring_theirs_along()
    {
        const string Event = "/// <summary>Happened.</summary>\n/// <param name=\"Name\">Whose.</param>\n[Daybook.Event(\"e\")] public partial record E(string Name);";
        Compilation library = TestCompiler.Run(TestCompiler.Compile(Event).WithAssemblyName("Events")).Output;
        using var image = new MemoryStream();
        using var file = new MemoryStream();
        Assert.True(library.Emit(image, xmlDocumentationStream: file, cancellationToken: TestContext.Current.CancellationToken).Success);
        MetadataReference reference = MetadataReference.CreateFromImage(image.ToArray(), documentation: new DocumentationFile(file.ToArray()));
        Assert.StartsWith(
            "/// <summary>Happened.</summary>\n/// <param name=\"name\">Whose.</param>\n",
            Above("RecordEAsync", TestCompiler.Compile(State).AddReferences(reference)),
            StringComparison.Ordinal);
    }

    private static string Above(string method, string event_) => Above(method, TestCompiler.Compile(event_ + "\n" + State));

    private static string Above(string method, Compilation compilation)
    {
        string[] lines = [.. TestCompiler.Generate(compilation)["S.g.cs"].Split('\n').Select(line => line.TrimStart())];
        int end = Array.FindIndex(lines, line => line.Contains($" {method}(", StringComparison.Ordinal));
        int start = Array.FindLastIndex(lines, end - 1, line => !line.StartsWith("///", StringComparison.Ordinal)) + 1;
        return string.Join('\n', lines[start..end]);
    }

    private sealed class DocumentationFile(byte[] bytes) : XmlDocumentationProvider
    {
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => bytes.Length.GetHashCode();

        protected override Stream GetSourceStream(CancellationToken cancellationToken) => new MemoryStream(bytes);
    }
}
