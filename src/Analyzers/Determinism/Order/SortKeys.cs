using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Judges the keys that sequences are sorted by.</summary>
internal static class SortKeys
{
    public static SortKey KeyOf(IInvocationOperation sort, Elements elements)
    {
        if (sort.Arguments.Any(argument => argument.Value.WithoutConversion() is IPropertyReferenceOperation { Property: { Name: var name, ContainingType.Name: "StringComparer" } } && name.EndsWith("IgnoreCase", StringComparison.Ordinal)))
        {
            return SortKey.Partial;
        }

        IAnonymousFunctionOperation? selector = sort.Arguments.Select(argument => argument.Value.LambdaOf()).FirstOrDefault(lambda => lambda is not null);
        if (selector is { Symbol.Parameters: { IsEmpty: false } parameters })
        {
            return selector.ResultOf() is { } key ? KeyOf(key, parameters[0], elements) : SortKey.Unclear;
        }

        return sort.TargetMethod.Name is "Order" or "OrderDescending" && sort.TargetMethod.TypeArguments.FirstOrDefault() is { } element ? OfWhole(element) : SortKey.Unclear;
    }

    /// <summary>The lambda that a delegate is made of.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(this IOperation value) => value.WithoutConversion() switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    /// <summary>The only expression of a lambda.</summary>
    public static IOperation? ResultOf(this IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.FirstOrDefault() is IReturnOperation { ReturnedValue: { } value } ? value.WithoutConversion() : null;

    private static SortKey KeyOf(IOperation key, IParameterSymbol element, Elements elements) => key.WithoutConversion() switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when parameter.Is(element) => OfWhole(element.Type),
        ITupleOperation tuple => tuple.Elements.Select(part => KeyOf(part, element, elements)).Append(SortKey.Partial).Min(),
        IPropertyReferenceOperation { Property.Name: "Key", Instance: { } instance } when elements == Elements.Keyed && IsElement(instance, element) => SortKey.Total,
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } when elements == Elements.Keyed && IsElement(instance, element) => SortKey.Partial,
        IPropertyReferenceOperation { Instance: { } instance } when element.Type.IsSimple() && IsElement(instance, element) => SortKey.Partial,
        { ConstantValue.HasValue: true } => SortKey.Partial,
        _ => SortKey.Unclear,
    };

    private static bool IsElement(IOperation value, IParameterSymbol element) => value.WithoutConversion() is IParameterReferenceOperation reference && reference.Parameter.Is(element);

    private static SortKey OfWhole(ITypeSymbol element) => element.IsSimple() ? SortKey.Total : SortKey.Unclear;
}
