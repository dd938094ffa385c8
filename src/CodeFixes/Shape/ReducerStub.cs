using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes.Shape;

/// <summary>Writes a reducer to fill in behind the last member of a state.</summary>
internal static class ReducerStub
{
    /// <summary>The states of a project, in the order of their names.</summary>
    public static IEnumerable<INamedTypeSymbol> StatesOf(Compilation compilation, INamedTypeSymbol marker) => TypesIn(compilation.Assembly.GlobalNamespace)
        .Where(type => type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, marker)))
        .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal);

    /// <summary>The first part of a state, which is never the generated one: what is generated comes last.</summary>
    public static TypeDeclarationSyntax? FindDeclaration(INamedTypeSymbol state, CancellationToken cancellationToken) =>
        state.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>().FirstOrDefault();

    public static async Task<Document> AddAsync(Document document, TypeDeclarationSyntax declaration, INamedTypeSymbol state, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return document.WithText(text.WithChanges(Change(text, declaration, Write(model, declaration, state, type))));
    }

    private static string Write(SemanticModel model, TypeDeclarationSyntax declaration, INamedTypeSymbol state, INamedTypeSymbol type)
    {
        // Inside of the braces the members of the state have names, too.
        int place = declaration.OpenBraceToken.IsKind(SyntaxKind.None) ? declaration.Identifier.SpanStart : declaration.OpenBraceToken.Span.End;
        string reducer = Name("Daybook.ReducerAttribute");
        return $"[{reducer.Substring(0, reducer.Length - "Attribute".Length)}] {Minimal(state)} On({Minimal(type)} e) => throw new {Name("System.NotImplementedException")}();";

        string Name(string metadataName) => model.Compilation.GetTypeByMetadataName(metadataName) is { } known ? Minimal(known) : metadataName;

        string Minimal(INamedTypeSymbol symbol) => symbol.ToMinimalDisplayString(model, place);
    }

    private static TextChange Change(SourceText text, TypeDeclarationSyntax declaration, string stub)
    {
        TextLine first = text.Lines[0];
        string endOfLine = text.Lines.Count > 1 ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
        string outer = IndentationAt(declaration.SpanStart);
        if (declaration.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            return new(declaration.SemicolonToken.Span, $"{endOfLine}{outer}{{{endOfLine}{outer}    {stub}{endOfLine}{outer}}}");
        }

        // Behind the end of a line a line of its own, otherwise on the same one.
        SyntaxNodeOrToken last = declaration.Members.Count > 0 ? declaration.Members.Last() : declaration.OpenBraceToken;
        string inner = declaration.Members.Count > 0 ? IndentationAt(declaration.Members.Last().SpanStart) : outer + "    ";
        return last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? new(new(last.FullSpan.End, 0), $"{inner}{stub}{endOfLine}")
            : new(new(last.FullSpan.End, 0), last.FullSpan.End == last.Span.End ? $" {stub} " : $"{stub} ");

        string IndentationAt(int position)
        {
            string start = text.ToString(text.Lines.GetLineFromPosition(position).Span);
            return start.Substring(0, start.Length - start.TrimStart().Length);
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));
}
