using System.ComponentModel;
using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Compiler.Tests.Ide;

/// <summary>What generated code adds to what an editor offers: recorders and batches, and nothing that is not to be called.</summary>
public class CompletionTests
{
    private const string Source =
        """
        using Daybook;
        namespace Shop;
        [Event("opened")] public partial record Opened(string Customer, int[] Counts) { void Inside() { /*event*/ } }
        [Event("added")] public readonly partial record struct Added(int Count);
        [State("cart"), Records<Added>] public partial record Cart { [Reducer] Cart On(Opened e) { /*state*/ return this; } }
        class Elsewhere { void Use() { /*elsewhere*/ } }
        """;

    private static readonly CSharpCompilation Before = TestCompiler.Compile(Source);

    private static readonly Compilation After = TestCompiler.Run(Before).Output;

    [Theory]
    [InlineData("elsewhere", "Shop.Opened", "")]
    [InlineData("elsewhere", "Shop.Added", "")]
    [InlineData("elsewhere", "Shop.Cart", "Batch Recorder")]
    [InlineData("event", "Shop.Opened", "__Wire")]
    [InlineData("event", "Shop.Cart", "Batch Recorder")]
    [InlineData("event", null, "__Wire")]
    [InlineData("state", "Shop.Cart", "Batch Recorder")]
    [InlineData("state", "Shop.Opened", "")]
    [InlineData("state", null, "Batch Recorder")]
    [InlineData("elsewhere", null, "")]
    public void Nothing_else_is_offered(string place, string? type, string expected) =>
        Assert.Equal(expected, string.Join(' ', Offered(After, place, type).Except(Offered(Before, place, type)).Order(StringComparer.Ordinal)));

    [Fact]
    public void Whatever_is_not_to_be_called_is_private_and_hidden()
    {
        INamedTypeSymbol hidden = After.GetTypeByMetadataName("Shop.Opened+__Wire")!;
        Assert.Equal(Accessibility.Private, hidden.DeclaredAccessibility);
        Assert.True(IsHidden(hidden));
    }

    [Fact]
    public void The_catalog_is_all_that_the_namespace_of_generated_code_holds()
    {
        INamespaceSymbol generated = After.Assembly.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == "Daybook").GetNamespaceMembers().Single();
        Assert.Equal("Daybook.Generated", generated.ToDisplayString());
        Assert.Equal("TestAssemblyCatalog", Assert.Single(generated.GetMembers()).Name);
    }

    [Theory]
    [InlineData("Shop.Cart+Recorder", ".ctor RecordAddedAsync RecordAsync RecordAsync RecordOpenedAsync")]
    [InlineData("Shop.Cart+Batch", "Record Record RecordAdded RecordOpened")]
    public void Recorders_and_batches_have_documented_methods_and_nothing_else(string type, string expected)
    {
        ISymbol[] members = [.. After.GetTypeByMetadataName(type)!.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public)];
        Assert.Equal(expected, string.Join(' ', members.Select(member => member.Name).Order(StringComparer.Ordinal)));
        Assert.All(members, member => Assert.Matches("<summary>|<inheritdoc", member.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Nothing_that_means_a_whole_type_is_put_on_a_type_of_the_users() => Assert.All(
        new[] { "Shop.Opened", "Shop.Added", "Shop.Cart" },
        name => Assert.DoesNotContain("GeneratedCodeAttribute", After.GetTypeByMetadataName(name)!.GetAttributes().Select(attribute => attribute.AttributeClass!.Name)));

    [Fact]
    public void Of_the_runtime_only_what_generated_code_alone_uses_is_hidden() => Assert.Equal(
        ["Daybook.EarlierVersionsAttribute", "Daybook.EventForms", "Daybook.FoldCursor", "Daybook.IUpcast`2", "Daybook.UpcastParts`1"],
        typeof(IEvent<>).Assembly.GetExportedTypes()
            .Where(type => type.IsDefined(typeof(EditorBrowsableAttribute), inherit: false))
            .Select(type => type.FullName)
            .Order(StringComparer.Ordinal));

    private static IEnumerable<string> Offered(Compilation compilation, string place, string? type)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Source0.cs");
        INamedTypeSymbol? container = type is null ? null : compilation.GetTypeByMetadataName(type);
        int position = tree.ToString().IndexOf($"/*{place}*/", StringComparison.Ordinal);
        Assert.True(position > 0);
        return compilation.GetSemanticModel(tree).LookupSymbols(position, container, includeReducedExtensionMethods: true).Select(symbol => symbol.Name).Distinct();
    }

    private static bool IsHidden(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && Equals(attribute.ConstructorArguments[0].Value, (int)EditorBrowsableState.Never));
}
