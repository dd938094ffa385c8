using System.Collections.Immutable;
using System.Composition;
using Daybook.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Writes and reads texts as the invariant culture does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UseInvariantCultureFix : ReplacementFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.Culture];

    private protected override string Title => "Use the invariant culture";

    private protected override IEnumerable<Replacement> Find(SyntaxNode node, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        // Without the id of a member, it is a value that becomes text.
        bool isValue = !diagnostic.Properties.TryGetValue("id", out string? id) || id is null;
        return node is ExpressionSyntax expression && Find(expression, isValue, model, cancellationToken) is { } replacement && replacement.Binds(model) ? [replacement] : [];
    }

    private static Replacement? Find(ExpressionSyntax node, bool isValue, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax culture = model.StaticMember(node, "System.Globalization", "CultureInfo", "InvariantCulture");
        return isValue ? OfValue(node, culture, model, cancellationToken) : node switch
        {
            InvocationExpressionSyntax call when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method => OfCall(call, method, culture, model, cancellationToken),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CurrentCulture" or "CurrentUICulture" or "InstalledUICulture" } access when IsOfCulture(access, model, cancellationToken) => Rename(access, "InvariantCulture"),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CurrentInfo" } access => Rename(access, "InvariantInfo"),
            _ => null,
        };
    }

    private static bool IsOfCulture(ExpressionSyntax member, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(member, cancellationToken).Symbol?.ContainingType.Name is "CultureInfo";

    private static Replacement? Rename(MemberAccessExpressionSyntax access, string name) =>
        access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access ? null : new(access, current => ((ExpressionSyntax)current).WithMember(name));

    /// <summary>A value in an interpolated string or beside a plus.</summary>
    private static Replacement? OfValue(ExpressionSyntax value, ExpressionSyntax culture, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value.Parent is not InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text })
        {
            ExpressionSyntax whole = value;
            while (whole.Parent is ParenthesizedExpressionSyntax outer)
            {
                whole = outer;
            }

            return HasText(model.GetTypeInfo(value, cancellationToken).Type) ? new(whole, current => ((ExpressionSyntax)current).Call("ToString", culture)) : null;
        }

        if (model.GetTypeInfo(text, cancellationToken).ConvertedType?.SpecialType == SpecialType.System_String)
        {
            ExpressionSyntax keyword = SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword));
            return new(text, current => keyword.CallStatic("Create", culture, (ExpressionSyntax)current));
        }

        return text.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
            ? Give(call, method, culture) : null;
    }

    private static Replacement? OfCall(InvocationExpressionSyntax call, IMethodSymbol method, ExpressionSyntax culture, SemanticModel model, CancellationToken cancellationToken)
    {
        if (method.Name is "ToUpper" or "ToLower")
        {
            return new(call, current => ((InvocationExpressionSyntax)current) is var changed && method.IsStatic
                ? changed.WithExpression(changed.Expression.WithMember(method.Name + "Invariant"))
                : changed.WithExpression(changed.Expression.WithMember(method.Name + "Invariant")).WithArgumentList(changed.ArgumentList.WithArguments([])));
        }

        if (method.Name is "Compare" or "StartsWith" or "EndsWith" or "Replace")
        {
            return null;
        }

        return Give(call, method, culture) ?? OfAppended(call, method, culture, model, cancellationToken);
    }

    /// <summary>Appends the text of a value, where no overload takes a culture.</summary>
    private static Replacement? OfAppended(InvocationExpressionSyntax call, IMethodSymbol method, ExpressionSyntax culture, SemanticModel model, CancellationToken cancellationToken) =>
        method.Name is "Append" or "Insert" && call.ArgumentList.Arguments.LastOrDefault()?.Expression is { } value && HasText(model.GetTypeInfo(value, cancellationToken).Type)
            ? new(call, current => current.ReplaceNode(((InvocationExpressionSyntax)current).ArgumentList.Arguments.Last().Expression, ((InvocationExpressionSyntax)current).ArgumentList.Arguments.Last().Expression.Call("ToString", culture)))
            : null;

    private static Replacement? Give(InvocationExpressionSyntax call, IMethodSymbol method, ExpressionSyntax culture) =>
        method.Give(call.ArgumentList, type => type.Name is "IFormatProvider" or "CultureInfo", culture) is { } change
            ? new(call, current => current.ReplaceNode(((InvocationExpressionSyntax)current).ArgumentList, change(((InvocationExpressionSyntax)current).ArgumentList))) : null;

    private static bool HasText(ITypeSymbol? type) => type is { IsTupleType: false } && type.GetMembers("ToString").OfType<IMethodSymbol>()
        .Any(method => method.Parameters.Length == 1 && method.Parameters[0].Type.Name is "IFormatProvider");
}
