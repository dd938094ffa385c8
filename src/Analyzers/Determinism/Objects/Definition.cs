using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>A place that gives a variable, or a member of what it holds, a value.</summary>
/// <param name="variable">A local, a parameter, or the function whose result it is.</param>
/// <param name="operation">The operation that does.</param>
/// <param name="value">The value.</param>
internal sealed class Definition(ISymbol variable, IOperation operation, Func<ObjectValue> value)
{
    private readonly int _end = operation.Syntax.Span.End;
    private readonly bool _isAlways = IsAlways(variable, operation);
    private readonly TextSpan? _loop = LoopAround(operation);

    public ISymbol Variable => variable;

    /// <summary>The member that is set; null for the variable itself.</summary>
    public ISymbol? Member { get; init; }

    /// <summary>Whether the value becomes an element or anything else inside of what the variable holds.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether a caller gives the value to a parameter, before anything in its function runs.</summary>
    public bool IsEntry { get; init; }

    public ObjectValue Value() => value();

    /// <summary>Whether it stands before a place in the text.</summary>
    public bool IsBefore(TextSpan place) => _end <= place.Start;

    /// <summary>Whether it stands before a place, and nothing but what follows it can have replaced what it set.</summary>
    public bool IsSureAt(TextSpan place) => _isAlways && IsBefore(place);

    /// <summary>Whether a loop leads from it back to a place.</summary>
    public bool ComesAroundTo(TextSpan place) => _loop is { } loop && loop.Contains(place);

    private static bool IsAlways(ISymbol variable, IOperation definition)
    {
        IOperation statement = definition;
        while (statement.Parent is { } parent and not IBlockOperation)
        {
            if (parent is IConditionalOperation or ILoopOperation or IConditionalAccessOperation or ISwitchOperation or ISwitchExpressionArmOperation or ICoalesceOperation)
            {
                return false;
            }

            statement = parent;
        }

        return statement.Parent is IBlockOperation block && (block.Locals.Contains(variable, SymbolEqualityComparer.Default) || (variable is IParameterSymbol or IMethodSymbol && IsBody(block)));
    }

    private static bool IsBody(IBlockOperation block) => block.Parent is null or IMethodBodyBaseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation;

    /// <summary>The outermost loop that it stands in.</summary>
    private static TextSpan? LoopAround(IOperation definition)
    {
        TextSpan? loop = null;
        for (IOperation? outer = definition.Parent; outer is not null; outer = outer.Parent)
        {
            loop = outer is ILoopOperation ? outer.Syntax.Span : loop;
        }

        return loop;
    }
}
