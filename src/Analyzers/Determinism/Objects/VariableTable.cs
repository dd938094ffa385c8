using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>All places of a member that give locals, and parameters of lambdas and local functions, their values.</summary>
internal sealed class VariableTable
{
    private readonly Dictionary<ISymbol, List<Definition>> _definitions = new(SymbolEqualityComparer.Default);

    public void Add(ISymbol variable, Definition definition)
    {
        if (!_definitions.TryGetValue(variable, out List<Definition>? list))
        {
            _definitions.Add(variable, list = []);
        }

        list.Add(definition);
    }

    /// <summary>What a variable may hold where it is read.</summary>
    /// <param name="variable">A local, a parameter, or the function whose result it is.</param>
    /// <param name="initial">What it holds from the start.</param>
    /// <param name="reader">The operation that reads it; null for a function's result.</param>
    public ObjectValue Read(ISymbol variable, ObjectValue initial, IOperation? reader)
    {
        if (!_definitions.TryGetValue(variable, out List<Definition>? all))
        {
            return initial;
        }

        // What runs at any time sees all of them, and replaces none.
        initial = all.Where(definition => definition.IsEntry).Aggregate(initial, static (value, definition) => value.Join(definition.Value()));
        bool isOrdered = reader is not null && !IsElsewhere(variable, reader);
        bool IsBefore(Definition definition) => isOrdered && definition.Operation.Syntax.Span.End <= reader!.Syntax.SpanStart;
        int last = all.FindLastIndex(definition => definition is { Member: null, IsPart: false, IsEntry: false } && IsBefore(definition) && IsSure(variable, definition.Operation));
        ObjectValue value = last < 0 ? initial : all[last].Value();
        for (int i = 0; i < all.Count; i++)
        {
            Definition definition = all[i];
            if (i != last && !definition.IsEntry && (!isOrdered || (i > last && IsBefore(definition)) || ComesAround(definition.Operation, reader!)))
            {
                bool isSure = IsBefore(definition) && IsSure(variable, definition.Operation);
                value = definition.Member is not { } member ? value.Join(definition.Value())
                    : value.With(member, isSure ? definition.Value() : value.Member(member).Join(definition.Value()));
            }
        }

        return value;
    }

    /// <summary>Whether nothing but what follows can have replaced what it set.</summary>
    private static bool IsSure(ISymbol variable, IOperation definition)
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

    /// <summary>Whether a loop leads from the definition back to the reader.</summary>
    private static bool ComesAround(IOperation definition, IOperation reader)
    {
        for (IOperation? outer = definition.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is ILoopOperation && outer.Syntax.Span.Contains(reader.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a lambda or local function reads what is declared around it: it may run at any time.</summary>
    private static bool IsElsewhere(ISymbol variable, IOperation reader)
    {
        for (IOperation? outer = reader.Parent; outer is not null; outer = outer.Parent)
        {
            IMethodSymbol? function = outer switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
            {
                return !SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol);
            }
        }

        return false;
    }
}
