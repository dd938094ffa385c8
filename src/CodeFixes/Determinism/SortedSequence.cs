using Daybook.Analyzers.Determinism.Facts;
using Daybook.Analyzers.Determinism.Order;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Daybook.CodeFixes.Determinism;

/// <summary>Writes a sort into a sequence, as late as its elements can be told apart.</summary>
/// <param name="sequences">Knows what has no order.</param>
/// <param name="compilation">What there is to sort with.</param>
/// <param name="name">A name that is free for parameters.</param>
/// <param name="hasUsing">Whether the methods that sort can be called already.</param>
internal sealed class SortedSequence(SequenceReader sequences, Compilation compilation, string name, bool hasUsing)
{
    private readonly bool _hasOrder = compilation.GetTypeByMetadataName("System.Linq.Enumerable")?.GetMembers("Order").IsEmpty == false;

    /// <summary>What to replace with what; null where no key is known.</summary>
    public Replacement? Of(IOperation source)
    {
        IOperation value = source.WithoutConversion();
        if (sequences.Find(value) is not { Origin: null } sequence || value.Syntax is not ExpressionSyntax expression)
        {
            return null;
        }

        SequenceRole role = value is IInvocationOperation call ? call.TargetMethod.RoleOf() : SequenceRole.None;
        bool isGroup = value is IInvocationOperation { TargetMethod.Name: "GroupBy" or "ToLookup" };
        if (role != SequenceRole.Copies && !isGroup && SortOf(value.Type, sequence, role == SequenceRole.Sorts) is { } sort)
        {
            return value is IConditionalAccessInstanceOperation ? Behind(expression, sort) : new(Whole(expression), current => Append((ExpressionSyntax)current, sort));
        }

        return value switch
        {
            IPropertyReferenceOperation { Property.Name: "Values", Instance: { } keyed } when UnorderedTypes.Of(keyed.Type) is { } owner && SortOf(keyed.Type, owner, isSorted: false) is { } byKey => OfValues(expression, byKey),
            IInvocationOperation { Arguments: { IsEmpty: false } arguments, TargetMethod: var method } when !method.UsesSecond() && role is SequenceRole.Keeps or SequenceRole.Copies => Of(arguments[0].Value),
            _ => null,
        };
    }

    /// <summary>The values of a dictionary in the order of its keys.</summary>
    private Replacement? OfValues(ExpressionSyntax values, string sort)
    {
        string select = $"Select({name} => {name}.Value)";
        return values switch
        {
            MemberAccessExpressionSyntax => new(values, current => Append(Append(((MemberAccessExpressionSyntax)current).Expression, sort), select).WithTriviaFrom(current)),
            MemberBindingExpressionSyntax => new(values, current => Append(Call(receiver: null, sort), select).WithTriviaFrom(current)),
            _ => null,
        };
    }

    /// <summary>Sorts what a <c>?.</c> leads from: behind it, where there is something.</summary>
    private Replacement? Behind(ExpressionSyntax nullable, string sort) =>
        nullable.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(access => access.Expression == nullable)?.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault() is { } first
            ? new(first, current => SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Call(receiver: null, sort), ((MemberBindingExpressionSyntax)current).Name).WithTriviaFrom(current))
            : null;

    /// <summary>The call that puts elements of a type in order.</summary>
    private string? SortOf(ITypeSymbol? type, Sequence sequence, bool isSorted)
    {
        if (ElementOf(type) is not INamedTypeSymbol element)
        {
            return null;
        }

        string sort = isSorted ? "ThenBy" : "OrderBy";
        return element switch
        {
            { Name: "KeyValuePair", TypeArguments: { Length: 2 } parts } when sequence.Elements == Elements.Keyed && parts[0].IsSimple() => $"{sort}({name} => {name}.Key{ComparerFor(parts[0])})",
            _ when element.IsSimple() && _hasOrder && !isSorted => $"Order({ComparerFor(element).TrimStart(',', ' ')})",
            _ when element.IsSimple() => $"{sort}({name} => {name}{ComparerFor(element)})",
            _ => null,
        };
    }

    private static string ComparerFor(ITypeSymbol key) => key.SpecialType == SpecialType.System_String ? ", global::System.StringComparer.Ordinal" : "";

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence => sequence.TypeArguments[0],
        { } other => other.AllInterfaces.FirstOrDefault(link => link.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        null => null,
    };

    /// <summary>The expression with the parentheses around it.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax expression) => expression.Parent is ParenthesizedExpressionSyntax outer ? Whole(outer) : expression;

    private InvocationExpressionSyntax Append(ExpressionSyntax whole, string call)
    {
        ExpressionSyntax receiver = whole is SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax
            ? whole.WithoutTrailingTrivia()
            : SyntaxFactory.ParenthesizedExpression(whole.WithoutTrivia()).WithLeadingTrivia(whole.GetLeadingTrivia());
        return Call(receiver, call).WithTrailingTrivia(whole.GetTrailingTrivia());
    }

    /// <summary>A call of a method that sorts or selects: of a receiver, or of what stands before a <c>?</c>.</summary>
    private InvocationExpressionSyntax Call(ExpressionSyntax? receiver, string call)
    {
        var parsed = (InvocationExpressionSyntax)SyntaxFactory.ParseExpression(call);
        ArgumentListSyntax arguments = parsed.ArgumentList.ReplaceNodes(
            parsed.ArgumentList.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => access.ToString().StartsWith("global::", StringComparison.Ordinal) && access.Parent is ArgumentSyntax),
            static (node, _) => node.WithAdditionalAnnotations(Simplifier.Annotation));
        var method = (SimpleNameSyntax)parsed.Expression;
        InvocationExpressionSyntax called = SyntaxFactory.InvocationExpression(
            receiver is null ? SyntaxFactory.MemberBindingExpression(method) : SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, method),
            arguments);
        return hasUsing ? called : called.WithAdditionalAnnotations(Usings.Of("System.Linq"));
    }
}
