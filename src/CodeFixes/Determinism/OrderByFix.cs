using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Order;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Sorts what has no order before somebody follows it: by the key, or by the elements themselves.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class OrderByFix : ReplacementFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Order];

    private protected override string Title => "Sort before use";

    private protected override IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(node, cancellationToken) is not { } operation)
        {
            return [];
        }

        var sequences = new SequenceReader(new(RootOf(operation)));
        bool hasUsing = model.LookupNamespacesAndTypes(node.SpanStart, name: "Enumerable").Any(found => found.ToDisplayString() is "System.Linq.Enumerable");
        var sort = new SortedSequence(sequences, model.Compilation, FreeName(node), hasUsing);
        List<Replacement?> changes = [.. SourcesOf(node, operation).Where(source => sequences.Find(source) is { Origin: null }).Select(sort.Of)];
        return changes.Contains(null) ? [] : changes.OfType<Replacement>();
    }

    /// <summary>The sequences whose order an operation follows, or may.</summary>
    private static IEnumerable<IOperation> SourcesOf(SyntaxNode node, IOperation operation)
    {
        if (node.Parent is CommonForEachStatementSyntax loop && loop.Expression == node)
        {
            return [operation];
        }

        return operation switch
        {
            IInvocationOperation { Instance: { } list, TargetMethod.Name: "ForEach" } => list.WithoutConversion() is IInvocationOperation ? [list] : [],
            IInvocationOperation { Instance: { } bag, TargetMethod.Name: "ToArray" } => [bag],
            IInvocationOperation call => SourcesIn(call.TargetMethod, call.Arguments),
            IObjectCreationOperation { Constructor: { } constructor } creation => SourcesIn(constructor, creation.Arguments),
            ICollectionExpressionOperation collection => collection.Elements.OfType<ISpreadOperation>().Select(spread => spread.Operand),
            _ => [],
        };
    }

    private static IEnumerable<IOperation> SourcesIn(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments) => arguments
        .Take(method.ContainingType.Name is "Enumerable" && !method.UsesSecond() ? 1 : arguments.Length)
        .Where(argument => argument.Parameter.TakesElements())
        .Select(argument => argument.Value);

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    private static string FreeName(SyntaxNode node)
    {
        SyntaxNode member = node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax) ?? node;
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        string name = "x";
        while (taken.Contains(name))
        {
            name += "x";
        }

        return name;
    }
}
