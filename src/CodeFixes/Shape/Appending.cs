using Daybook.Analyzers.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.CodeFixes.Shape;

/// <summary>Writes what copies a member with more behind it as calls that append.</summary>
internal static class Appending
{
    /// <summary>The expression as text; null where something stands before the member, or cannot be appended as it is.</summary>
    public static string? Of(IOperation value, ISymbol member) => Growth.Bare(value) switch
    {
        IBinaryOperation => OfTexts([.. Growth.Addends(value)], member),
        IInterpolatedStringOperation text => OfParts(text, member),
        ICollectionExpressionOperation list => OfElements(list, member),
        IObjectCreationOperation { Arguments.Length: 1 } creation => OfCopy(creation, member),
        IInvocationOperation call => OfCall(call, member),
        _ => null,
    };

    private static string? OfCall(IInvocationOperation call, ISymbol member) => (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
    {
        ("String", "Concat") => OfTexts([.. Growth.Arguments(call).Select(Growth.Bare)], member),
        ("ImmutableArray", "Add") when call.Instance is { } list && call.Arguments.Length == 1 => Read(list, member) + Append(call.Arguments[0].Value),
        ("ImmutableArray", "AddRange") when call.Instance is { } list && call.Arguments.Length == 1 => Read(list, member) + AppendRange(call.Arguments[0].Value),
        ("Enumerable" or "ImmutableArray" or "ImmutableList", "ToArray" or "ToList" or "ToImmutableArray" or "ToImmutableList" or "CreateRange") when call.Arguments.Length == 1 => OfChain(call.Arguments[0].Value, member),
        _ => null,
    };

    // Enumerable's calls, innermost first.
    private static string? OfChain(IOperation value, ISymbol member)
    {
        if (Growth.Bare(value) is not IInvocationOperation { TargetMethod: { ContainingType.Name: "Enumerable" } method, Arguments.Length: 2 } call)
        {
            return Read(value, member);
        }

        return OfChain(call.Arguments[0].Value, member) is not { } list ? null : method.Name switch
        {
            "Append" => list + Append(call.Arguments[1].Value),
            "Concat" => list + AppendRange(call.Arguments[1].Value),
            _ => null,
        };
    }

    private static string? OfCopy(IObjectCreationOperation creation, ISymbol member)
    {
        string? list = OfChain(creation.Arguments[0].Value, member);
        return creation.Syntax is not BaseObjectCreationExpressionSyntax { Initializer: { } initializer } ? list
            : initializer.Expressions.Any(element => element is InitializerExpressionSyntax or AssignmentExpressionSyntax) ? null
            : list is null ? null : list + string.Concat(initializer.Expressions.Select(element => $".Append({element})"));
    }

    private static string? OfElements(ICollectionExpressionOperation list, ISymbol member)
    {
        var elements = ((CollectionExpressionSyntax)list.Syntax).Elements;
        return list.Elements[0] is ISpreadOperation first && Read(first.Operand, member) is { } start
            ? start + string.Concat(elements.Skip(1).Select(element => element is SpreadElementSyntax spread ? $".AppendRange({spread.Expression})" : $".Append({element})"))
            : null;
    }

    private static string? OfTexts(List<IOperation> texts, ISymbol member) => Read(texts[0], member) is { } start && texts.Skip(1).All(IsText)
        ? start + string.Concat(texts.Skip(1).Select(Append))
        : null;

    private static string? OfParts(IInterpolatedStringOperation text, ISymbol member) =>
        text.Parts[0] is IInterpolationOperation { Alignment: null, FormatString: null } first && Read(first.Expression, member) is { } start
            ? start + string.Concat(text.Parts.Skip(1).Select(OfPart))
            : null;

    private static string OfPart(IInterpolatedStringContentOperation part) => part switch
    {
        IInterpolationOperation { Alignment: null, FormatString: null } hole when IsText(Growth.Bare(hole.Expression)) => Append(hole.Expression),
        IInterpolatedStringTextOperation { Text.ConstantValue.Value: string constant } => $".Append({SymbolDisplay.FormatLiteral(constant, quote: true)})",
        _ => $".Append($\"{part.Syntax}\")",
    };

    private static bool IsText(IOperation value) => value.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Char;

    private static string Append(IOperation value) => $".Append({value.Syntax})";

    private static string AppendRange(IOperation value) => $".AppendRange({value.Syntax})";

    // Of 'Text ?? ""' the left side: what is appendable is never null.
    private static string? Read(IOperation value, ISymbol member) => Growth.Bare(value) switch
    {
        ICoalesceOperation coalesce => Read(coalesce.Value, member),
        IMemberReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Member, member) => reference.Syntax.ToString(),
        _ => null,
    };
}
