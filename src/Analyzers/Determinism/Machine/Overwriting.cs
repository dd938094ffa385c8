using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Machine;

/// <summary>Finds memory that is written over as a whole before anything reads it: then nobody sees what was in it before.</summary>
internal static class Overwriting
{
    /// <summary>Whether the first use of the local that is given the memory clears or fills all of it, whatever happens.</summary>
    public static bool IsOverwritten(this IOperation memory, LocalUses locals)
    {
        IOperation value = memory;
        while (value.Parent is IConversionOperation conversion)
        {
            value = conversion;
        }

        return value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }
            && locals.ReferencesTo(declarator.Symbol) is { Count: > 0 } references
            && WriteOf(references[0])?.Parent is IExpressionStatementOperation statement && IsSure(statement, declarator);
    }

    /// <summary>The call that writes to all of a memory.</summary>
    private static IInvocationOperation? WriteOf(IOperation reference) => reference.Parent switch
    {
        IConversionOperation conversion => WriteOf(conversion),
        IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { ContainingType: var type } method, Arguments.Length: var count } call } => (type.Name, method.Name, count) switch
        {
            ("Array", "Clear", 1) or ("Array", "Fill", 2) => call,
            ("MemoryExtensions", "AsSpan", 1) => WriteOf(call),
            _ => null,
        },
        IInvocationOperation { TargetMethod: { Name: "Clear" or "Fill", ContainingType: { Name: "Span" } } } call => call,
        _ => null,
    };

    /// <summary>Whether a statement runs wherever what follows the declaration does.</summary>
    private static bool IsSure(IOperation statement, IOperation declarator)
    {
        IOperation? declaration = declarator;
        while (declaration is not null and not IBlockOperation)
        {
            declaration = declaration.Parent;
        }

        IOperation? outer = statement.Parent;
        while (outer is IBlockOperation or ITryOperation && !ReferenceEquals(outer, declaration))
        {
            outer = outer.Parent;
        }

        return outer is not null && ReferenceEquals(outer, declaration);
    }
}
