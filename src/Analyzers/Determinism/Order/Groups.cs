using Daybook.Analyzers.Determinism.Facts;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Finds what groups are made of: their elements come in its order, however the groups are sorted.</summary>
internal static class Groups
{
    /// <summary>The sequence whose elements are in the group that a loop's or a lambda's variable holds; null where it holds none.</summary>
    public static IOperation? SourceOf(IOperation reference)
    {
        if (reference.Referenced() is not { } variable || reference.Type is not INamedTypeSymbol { Name: "IGrouping" or "IEnumerable" } type)
        {
            return null;
        }

        for (IOperation? outer = reference.Parent; outer is not null; outer = outer.Parent)
        {
            switch (outer)
            {
                case IForEachLoopOperation loop when loop.Locals.Any(local => local.Is(variable)):
                    return type.Name is "IGrouping" ? SourceOfGroups(loop.Collection) : null;
                case IAnonymousFunctionOperation lambda when lambda.Symbol.Is(variable.ContainingSymbol):
                    return CallWith(lambda) is { Arguments: { IsEmpty: false } arguments } call
                        ? (type.Name is "IGrouping" ? SourceOfGroups(arguments[0].Value) : call.TargetMethod.Name is "GroupBy" ? arguments[0].Value : null)
                        : null;
            }
        }

        return null;
    }

    private static IOperation? SourceOfGroups(IOperation groups)
    {
        while (groups.WithoutConversion() is IInvocationOperation { Arguments: { IsEmpty: false } arguments, TargetMethod: var method })
        {
            if (method.Name is "GroupBy" or "ToLookup")
            {
                return arguments[0].Value;
            }

            if (method.RoleOf() is SequenceRole.None or SequenceRole.Ignores or SequenceRole.Follows)
            {
                return null;
            }

            groups = arguments[0].Value;
        }

        return null;
    }

    private static IInvocationOperation? CallWith(IAnonymousFunctionOperation lambda)
    {
        IOperation? outer = lambda.Parent;
        while (outer is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            outer = outer.Parent;
        }

        return outer as IInvocationOperation;
    }
}
