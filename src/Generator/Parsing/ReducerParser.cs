using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Reads the reducers of a state.</summary>
internal sealed class ReducerParser(INamedTypeSymbol state, KnownSymbols known, DeclarationSink sink)
{
    /// <summary>The reducers with the events that they take.</summary>
    public List<(INamedTypeSymbol Event, ReducerModel Reducer)> Parse()
    {
        var reducers = new List<(INamedTypeSymbol Event, ReducerModel Reducer)>();
        foreach (IMethodSymbol method in state.GetMembers().OfType<IMethodSymbol>().Where(method => method.FindAttribute(known.Reducer) is not null))
        {
            if (Read(method) is not { } reducer)
            {
                continue;
            }

            if (reducers.Exists(other => other.Event.Is(reducer.Event)))
            {
                sink.Report(ShapeProblem.DuplicateReducer, method.FindLocation(), state.Name, reducer.Event.Name);
                continue;
            }

            reducers.Add(reducer);
        }

        return reducers;
    }

    private (INamedTypeSymbol Event, ReducerModel Reducer)? Read(IMethodSymbol method)
    {
        int position = method.IsStatic ? 1 : 0;
        int count = method.Parameters.Length;
        bool takesContext = count == position + 2;
        bool fits = count == position + (takesContext ? 2 : 1)
            && method is { IsGenericMethod: false, IsAsync: false, RefKind: RefKind.None }
            && method.ReturnType.Is(state) && method.ReturnType.NullableAnnotation != NullableAnnotation.Annotated
            && method.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In)
            && (!method.IsStatic || method.Parameters[0].Type.Is(state))
            && (!takesContext || method.Parameters[position + 1].Type.Is(known.EventContext));
        if (!fits)
        {
            if (method.ReturnType.TypeKind == TypeKind.Error || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error))
            {
                sink.Decline();
                return null;
            }

            sink.Report(ShapeProblem.ReducerSignature, method.FindLocation(), method.Name, state.Name);
            return null;
        }

        IParameterSymbol parameter = method.Parameters[position];
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            sink.Decline();
            return null;
        }

        if (parameter.Type is not INamedTypeSymbol type || !known.IsEvent(type))
        {
            sink.Report(ShapeProblem.ReducerWithoutEvent, parameter.FindLocation(), method.Name, parameter.Type.ToMessage());
            return null;
        }

        return (type, new(Identifier.Escape(method.Name), method.IsStatic, takesContext));
    }
}
