using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Daybook.Analyzers;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.CodeFixes;

/// <summary>Lists a type at the unions that it derives from, with the next free tag.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ListUnionCaseFix : EntryFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MissingUnionCase];

    private protected override string TitleOfAll => "List all missing cases";

    private protected override IEnumerable<Entry> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken) =>
        from union in type.FromBase().Concat(type.AllInterfaces).Where(link => !link.Is(type)).Select(link => link.OriginalDefinition)
        where Listed(union).Any() && !Listed(union).Any(data => data.ConstructorArguments[1].Value is INamedTypeSymbol listed && listed.OriginalDefinition.Is(type.OriginalDefinition))
        where IsKnownTo(union, type, compilation)
        let place = union.Declarations<TypeDeclarationSyntax>(cancellationToken).FirstOrDefault(part => part.AttributeLists.Count > 0)
        where place is not null
        select new Entry(type, place, $"List it as case {Number(NextTag(union))} of {union.Name}", nameof(ListUnionCaseFix));

    private protected override TextChange Write(SourceText text, SemanticModel model, TypeDeclarationSyntax place, IReadOnlyList<INamedTypeSymbol> types)
    {
        AttributeListSyntax last = place.AttributeLists.Last();
        int tag = NextTag((INamedTypeSymbol)model.GetDeclaredSymbol(place)!);
        string name = Attribute(model, place.SpanStart, "WireUnion");
        IEnumerable<string> written = types.Select((type, index) =>
            $"[{name}({Number(tag + index)}, typeof({(type.IsGenericType ? type.ConstructUnboundGenericType() : type).ToMinimalDisplayString(model, place.SpanStart)}))]");
        return last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? new(new(last.FullSpan.End, 0), string.Concat(written.Select(attribute => IndentationAt(text, last.SpanStart) + attribute + EndOfLine(text))))
            : new(new(last.Span.End, 0), string.Concat(written.Select(attribute => " " + attribute)));
    }

    // What another assembly declares, or another type hides, cannot be listed.
    private static bool IsKnownTo(INamedTypeSymbol union, INamedTypeSymbol type, Compilation compilation) =>
        union.ContainingAssembly.Is(compilation.Assembly) && compilation.IsSymbolAccessibleWithin(type, union);

    private static IEnumerable<AttributeData> Listed(INamedTypeSymbol union) =>
        union.GetAttributes().Where(data => data.ConstructorArguments.Length == 2 && data.AttributeClass?.ToDisplayString() is "Daybook.WireUnionAttribute");

    private static int NextTag(INamedTypeSymbol union) =>
        Listed(union).Select(data => data.ConstructorArguments[0].Value is int listed and < int.MaxValue ? listed + 1 : 0).Append(0).Max();

    private static string Number(int tag) => tag.ToString(CultureInfo.InvariantCulture);
}
