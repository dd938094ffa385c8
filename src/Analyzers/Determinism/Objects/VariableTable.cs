using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>All places of a member that give locals, and parameters of lambdas and local functions, their values.</summary>
internal sealed class VariableTable
{
    private readonly Dictionary<ISymbol, List<Definition>> _definitions = new(SymbolEqualityComparer.Default);

    /// <summary>Those in the blocks of a member.</summary>
    public static VariableTable Of(ImmutableArray<IOperation> blocks, ObjectFlow flow)
    {
        var variables = new VariableTable();
        var reader = new VariableReader(flow, variables);
        foreach (IOperation operation in blocks.SelectMany(block => block.Descendants()))
        {
            reader.Read(operation);
        }

        return variables;
    }

    public void Add(Definition definition)
    {
        if (!_definitions.TryGetValue(definition.Variable, out List<Definition>? list))
        {
            _definitions.Add(definition.Variable, list = []);
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
        TextSpan place = reader?.Syntax.Span ?? default;
        int last = all.FindLastIndex(definition => definition is { Member: null, IsPart: false, IsEntry: false } && isOrdered && definition.IsSureAt(place));
        ObjectValue value = last < 0 ? initial : all[last].Value();
        for (int i = 0; i < all.Count; i++)
        {
            Definition definition = all[i];
            if (i != last && !definition.IsEntry && (!isOrdered || (i > last && definition.IsBefore(place)) || definition.ComesAroundTo(place)))
            {
                value = definition.Member is not { } member ? value.Join(definition.Value())
                    : value.With(member, isOrdered && definition.IsSureAt(place) ? definition.Value() : value.Member(member).Join(definition.Value()));
            }
        }

        return value;
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
