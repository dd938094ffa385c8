using System.Text.RegularExpressions;
using Daybook.Analyzers.Determinism;
using Daybook.Analyzers.Determinism.Database;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.Determinism.Database;

/// <summary>The rows that were written by hand speak of what there is, in order, and say why.</summary>
public partial class ShippedDatabaseTests
{
    private const string OtherPackages = "Other packages";

    private static readonly string Text = Read("framework.determinism.txt");

    [Theory]
    [InlineData("framework.determinism.txt")]
    [InlineData("derived.determinism.txt")]
    public void Every_line_can_be_read(string name) => Assert.Empty(DatabaseText.Parse(SourceText.From(Read(name))).Problems);

    /// <summary>The others are held to it wherever something is found.</summary>
    [Theory]
    [InlineData("framework.determinism.txt")]
    [InlineData("derived.determinism.txt")]
    public void Every_row_makes_a_sentence(string name) => Assert.All(DatabaseText.Parse(SourceText.From(Read(name))).Rows, row =>
    {
        Assert.True(Sentence.IsReason(row.Reason), $"it {row.Reason}");
        Assert.True(row.Replacement.Length == 0 || Sentence.IsReplacement(row.Replacement), $"use {row.Replacement}");
    });

    [Fact]
    public void Sections_are_sorted_by_id() => Assert.All(Sections(), section =>
    {
        string[] ids = [.. section.Rows.Select(row => row.Id)];
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    });

    [Fact]
    public void No_trailing_columns_are_empty() => Assert.DoesNotMatch(EmptyEnd(), Text);

    /// <summary>Other packages are not there to be asked.</summary>
    [Fact]
    public void Every_id_of_the_framework_and_the_runtime_is_found()
    {
        Compilation compilation = KnownMember.Compile();
        Assert.All(Sections().Where(section => section.Name != OtherPackages).SelectMany(section => section.Rows), row => Assert.True(Exists(compilation, row.Id), row.Id));
    }

    [Fact]
    public void Every_kind_that_members_can_have_is_there() => Assert.Equal(
        ["AMBIENT", "CLOCK", "CULTURE", "ENV", "FLOAT", "GC", "HASH", "IDENTITY", "INTEROP", "IO", "NET", "PROC", "RANDOM", "REFLECT", "SERVICE", "THREAD", "TZ"],
        DatabaseText.Parse(SourceText.From(Text)).Rows.Select(row => row.Kind.Name()).Distinct().Order(StringComparer.Ordinal));

    /// <summary>What the runtime does asynchronously, it does with a store.</summary>
    [Fact]
    public void Whatever_waits_in_the_runtime_is_input_and_output()
    {
        Compilation compilation = KnownMember.Compile();
        var database = new SymbolDatabase(compilation, []);
        IMethodSymbol[] waiting =
        [
            .. Types(compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Single(assembly => assembly.Name == "Daybook").GlobalNamespace)
                .Where(type => type.DeclaredAccessibility == Accessibility.Public && type.TypeKind != TypeKind.Delegate)
                .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
                .Where(method => method.DeclaredAccessibility == Accessibility.Public && method.ReturnType.Name is "Task" or "ValueTask" or "IAsyncEnumerable"),
        ];
        Assert.True(waiting.Length > 60);
        Assert.All(waiting, method => Assert.True(KnownMember.Describe(database.Find(method)) is "IO warning", method.ToDisplayString()));
    }

    [Theory]
    [InlineData("default(EventContext).Timestamp", "IO allow")]
    [InlineData("EventId.From(\"\", \"\")", "IO allow")]
    [InlineData("default(EventId).GetHashCode()", "IO allow")]
    [InlineData("default(AppendableList<int>).Count", "IO allow")]
    public void The_rest_of_the_runtime_is_fine(string expression, string expected) => Assert.Equal(expected, KnownMember.Describe(KnownMember.Find(expression)));

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(DatabaseText).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<(string Name, IEnumerable<DatabaseRow> Rows)> Sections() => SectionStart().Split(Text).Skip(1)
        .Select(section => (section.Split('\n')[0], DatabaseText.Parse(SourceText.From(section[section.IndexOf('\n')..])).Rows.AsEnumerable()));

    private static bool Exists(Compilation compilation, string id)
    {
        if (id[^1] != '*')
        {
            return !DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation).IsEmpty;
        }

        string path = id[2..^1].Split('(')[0];
        return DocumentationCommentId.GetSymbolsForDeclarationId($"T:{path[..path.LastIndexOf('.')]}", compilation).OfType<INamedTypeSymbol>()
            .SelectMany(type => type.GetMembers()).Any(member => member.GetDocumentationCommentId()?.StartsWith(id[..^1], StringComparison.Ordinal) is true);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(part => part is INamedTypeSymbol type ? Types(part).Prepend(type) : Types(part));

    [GeneratedRegex("^# --- ", RegexOptions.Multiline)]
    private static partial Regex SectionStart();

    [GeneratedRegex("\t$", RegexOptions.Multiline)]
    private static partial Regex EmptyEnd();
}
