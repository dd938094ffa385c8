using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Compares and sorts texts by their code units.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CompareOrdinallyFix : ReplacementFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Culture];

    private protected override string Title => "Compare ordinally";

    private protected override IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken) =>
        Find(node, model, cancellationToken) is { } replacement && replacement.Binds(model) ? [replacement] : [];

    private static Replacement? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is CollectionExpressionSyntax list)
        {
            return OfCollection(list, model, cancellationToken);
        }

        if (model.GetSymbolInfo(node, cancellationToken).Symbol is not { ContainingType: { } type } symbol)
        {
            return null;
        }

        ExpressionSyntax comparer = Ordinal(node, model);

        return (node, symbol) switch
        {
            (MemberAccessExpressionSyntax access, { Name: "CurrentCulture" or "InvariantCulture" }) when IsOfComparison(type) => new(access, current => ((ExpressionSyntax)current).WithMember("Ordinal")),
            (MemberAccessExpressionSyntax access, { Name: "CurrentCultureIgnoreCase" or "InvariantCultureIgnoreCase" }) when IsOfComparison(type) => new(access, current => ((ExpressionSyntax)current).WithMember("OrdinalIgnoreCase")),
            (MemberAccessExpressionSyntax { Parent: ArgumentSyntax } access, { Name: "Default" }) when type.Name is "Comparer" && IsText(type) => new(access, current => comparer.WithTriviaFrom(current)),
            (MemberAccessExpressionSyntax access, IFieldSymbol { Name: "Empty" }) when IsText(type) =>
                new(access, current => ((ExpressionSyntax)current).Call(type.Name is "ImmutableSortedSet" ? "WithComparer" : "WithComparers", comparer)),
            (InvocationExpressionSyntax call, IMethodSymbol { Name: "CompareTo", Parameters.Length: 1 } method) => OfCompareTo(call, method),
            (InvocationExpressionSyntax call, IMethodSymbol method) when type.SpecialType == SpecialType.System_String => OfText(call, method, model, cancellationToken),
            (InvocationExpressionSyntax call, IMethodSymbol method) => Give(call, call.ArgumentList, method, IsComparer, comparer),
            (BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments } creation, IMethodSymbol method) when IsText(type) => Give(creation, arguments, method, IsComparer, comparer),
            _ => null,
        };
    }

    private static ExpressionSyntax Ordinal(SyntaxNode place, SemanticModel model) => model.StaticMember(place, "System", "StringComparer", "Ordinal");

    // Brackets take no comparer: a call takes both.
    private static Replacement? OfCollection(CollectionExpressionSyntax list, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(list, cancellationToken).ConvertedType is not INamedTypeSymbol { Name: "SortedSet" or "ImmutableSortedSet" } type || !IsText(type))
        {
            return null;
        }

        string text = type.TypeArguments[0].ToDisplayString();
        ExpressionSyntax comparer = Ordinal(list, model);
        if (type.Name is "ImmutableSortedSet")
        {
            ExpressionSyntax create = model.StaticMember(list, "System.Collections.Immutable", type.Name, $"{(IsEmpty(list) ? "Create" : "CreateRange")}<{text}>");
            return new(list, current => SyntaxFactory.InvocationExpression(create, Arguments(current, comparer, isLast: true).ToArguments()).WithTriviaFrom(current));
        }

        var creation = (ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new global::System.Collections.Generic.SortedSet<{text}>()");
        creation = creation.WithType(creation.Type.WithAdditionalAnnotations(Simplifier.Annotation));
        return new(list, current => creation.WithArgumentList(Arguments(current, comparer, isLast: false).ToArguments()).WithTriviaFrom(current));
    }

    // Brackets with a comment between them stay.
    private static bool IsEmpty(CollectionExpressionSyntax list) => list.Elements.Count == 0 && list.ToString().Trim('[', ']').Trim().Length == 0;

    private static IEnumerable<ExpressionSyntax> Arguments(SyntaxNode list, ExpressionSyntax comparer, bool isLast)
    {
        var elements = (CollectionExpressionSyntax)list;
        return IsEmpty(elements) ? [comparer] : isLast ? [comparer, elements.WithoutTrivia()] : [elements.WithoutTrivia(), comparer];
    }

    private static bool IsOfComparison(INamedTypeSymbol type) => type.Name is "StringComparison" or "StringComparer";

    // What is sorted by pairs has no comparer that could be given.
    private static bool IsText(INamedTypeSymbol type) => (type.Name is "PriorityQueue" ? type.TypeArguments.LastOrDefault() : type.TypeArguments.FirstOrDefault())?.SpecialType == SpecialType.System_String;

    private static bool IsComparer(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IComparer" } comparer && (!comparer.IsGenericType || IsText(comparer));

    private static Replacement? OfCompareTo(InvocationExpressionSyntax call, IMethodSymbol method) =>
        call.Expression is MemberAccessExpressionSyntax && method.ContainingType.SpecialType == SpecialType.System_String && method.Parameters[0].Type.SpecialType == SpecialType.System_String
            ? new(call, current => SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword))
                .CallStatic("CompareOrdinal", ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)current).Expression).Expression, ((InvocationExpressionSyntax)current).ArgumentList.Arguments[0].Expression).WithTriviaFrom(current))
            : null;

    private static Replacement? OfText(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model, CancellationToken cancellationToken)
    {
        if (method.Name is not ("Compare" or "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" or "Replace"))
        {
            return null;
        }

        int texts = method.Parameters.TakeWhile(parameter => parameter.Type.SpecialType != SpecialType.System_Boolean).Count();
        bool ignoresCase = false;
        if (texts < method.Parameters.Length)
        {
            // The overloads that may ignore case take that as an argument: only a constant one says which comparison is meant.
            if (call.ArgumentList.Arguments.Count <= texts || call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null)
                || model.GetConstantValue(call.ArgumentList.Arguments[texts].Expression, cancellationToken) is not { HasValue: true, Value: bool ignored })
            {
                return null;
            }

            ignoresCase = ignored;
        }

        ExpressionSyntax comparison = model.StaticMember(call, "System", "StringComparison", ignoresCase ? "OrdinalIgnoreCase" : "Ordinal");
        return texts < method.Parameters.Length
            ? new(call, current => ((InvocationExpressionSyntax)current) is var changed
                ? changed.WithArgumentList(changed.ArgumentList.WithArguments([.. changed.ArgumentList.Arguments.Take(texts)]).AddArguments(SyntaxFactory.Argument(comparison.WithLeadingTrivia(SyntaxFactory.Space))))
                : current)
            : Give(call, call.ArgumentList, method, static type => type.Name is "StringComparison", comparison);
    }

    private static Replacement? Give(SyntaxNode call, ArgumentListSyntax arguments, IMethodSymbol method, Func<ITypeSymbol, bool> isWanted, ExpressionSyntax value) =>
        method.Give(arguments, isWanted, value) is { } change
            ? new(call, current => current.ReplaceNode(current.ChildNodes().OfType<ArgumentListSyntax>().Single(), change(current.ChildNodes().OfType<ArgumentListSyntax>().Single()))) : null;
}
