using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes.Shape;

/// <summary>Adds to a state a reducer to fill in, for an event that none has: one action for each state of the project.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ReducerStubFix : EntryFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnusedEvent];

    private protected override string TitleOfAll => "Add all missing reducers";

    // Added together is what goes to the same state: the one that was chosen, or the only one that a project has.
    private protected override IEnumerable<Entry> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        List<INamedTypeSymbol> states = [.. TypesIn(compilation.Assembly.GlobalNamespace).Where(IsState).OrderBy(state => state.ToDisplayString(), StringComparer.Ordinal)];
        return
            from state in states
            where compilation.IsSymbolAccessibleWithin(type, state)

            // The first part is never the generated one: what is generated comes last.
            let place = state.Declarations<TypeDeclarationSyntax>(cancellationToken).FirstOrDefault()
            where place is not null
            select new Entry(type, place, $"Add a reducer to {state.Name}", states.Count == 1 ? nameof(ReducerStubFix) : $"{nameof(ReducerStubFix)} {state.ToDisplayString()}");
    }

    /// <summary>Writes behind the last member.</summary>
    private protected override TextChange Write(SourceText text, SemanticModel model, TypeDeclarationSyntax place, IReadOnlyList<INamedTypeSymbol> types)
    {
        IReadOnlyList<string> stubs = [.. Stubs(model, place, types)];
        string outer = IndentationAt(text, place.SpanStart);
        string inner = place.Members.Count > 0 ? IndentationAt(text, place.Members.Last().SpanStart) : outer + "    ";
        string lines = string.Concat(stubs.Select(stub => inner + stub + EndOfLine(text)));
        if (place.OpenBraceToken.IsKind(SyntaxKind.None))
        {
            return new(place.SemicolonToken.Span, $"{EndOfLine(text)}{outer}{{{EndOfLine(text)}{lines}{outer}}}");
        }

        // Behind the end of a line lines of their own, otherwise on the same one.
        SyntaxNodeOrToken last = place.Members.Count > 0 ? place.Members.Last() : place.OpenBraceToken;
        string line = string.Join(" ", stubs) + " ";
        return new(new(last.FullSpan.End, 0), last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? lines : last.FullSpan.End == last.Span.End ? " " + line : line);
    }

    private static IEnumerable<string> Stubs(SemanticModel model, TypeDeclarationSyntax place, IEnumerable<INamedTypeSymbol> types)
    {
        // Inside of the braces the members of the state have names, too.
        int position = place.OpenBraceToken.IsKind(SyntaxKind.None) ? place.Identifier.SpanStart : place.OpenBraceToken.Span.End;
        string exception = model.Compilation.GetTypeByMetadataName("System.NotImplementedException")!.ToMinimalDisplayString(model, position);
        INamedTypeSymbol state = model.GetDeclaredSymbol(place)!;
        string name = state.ToMinimalDisplayString(model, position);
        return types.Select(type => $"[{Attribute(model, position, "Reducer")}] {(IsPublic(state, type) ? "public " : "")}{name} On({type.ToMinimalDisplayString(model, position)} e) => throw new {exception}();");
    }

    // Like those that are there, unless it may not be.
    private static bool IsPublic(INamedTypeSymbol state, INamedTypeSymbol type) =>
        AccessibilityDomain.Covers(type, state) && state.GetMembers().OfType<IMethodSymbol>().Any(method => method.DeclaredAccessibility == Accessibility.Public && Has(method, "Daybook.ReducerAttribute"));

    private static bool IsState(INamedTypeSymbol type) => Has(type, "Daybook.StateAttribute");

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(data => string.Equals(data.AttributeClass?.ToDisplayString(), attribute, StringComparison.Ordinal));

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));
}
