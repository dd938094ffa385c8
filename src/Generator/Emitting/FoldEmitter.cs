using System.Globalization;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the switch that runs the reducers.</summary>
internal static class FoldEmitter
{
    public static void Emit(CodeWriter code, StateModel model, string contract)
    {
        string type = model.Record.Type;
        code.Line(Header.Attributes);
        code.Open($"static {type} {contract}.Fold({type} state, ref {Names.FoldCursor} events)");
        code.Open("while (events.MoveNext())");
        code.Open("switch (events.Case)");
        for (int i = 0; i < model.Events.Count; i++)
        {
            string call = model.Events[i].Reducer is { } reducer
                ? $"state = {Call(type, reducer, $"events.Read<{model.Events[i].Type}>()", "events.Context")}; "
                : "";
            code.Line($"case {Number(i)}: {call}break;");
        }

        EmitOlder(code, model);

        code.Line("default: throw new global::System.Diagnostics.UnreachableException();");
        code.Close();
        code.Close();
        code.Line("return state;");
        code.Close();
    }

    private static void EmitOlder(CodeWriter code, StateModel model)
    {
        string type = model.Record.Type;
        var reducers = model.Events.ToDictionary(item => item.Type, item => item.Reducer, StringComparer.Ordinal);
        var graph = new UpcastGraph(model.Upcasters, []);
        var emitter = new UpcastEmitter(graph, (part, value, number) =>
        {
            if (reducers.TryGetValue(part, out ReducerModel? reducer) && reducer is not null)
            {
                code.Line($"state = {Call(type, reducer, value, number.Length > 0 ? $"events.ContextOf({number})" : "context")};");
            }
        });
        for (int i = 0; i < model.Upcasters.Count; i++)
        {
            string source = model.Upcasters[i].Source;
            string number = Number(model.Events.Count + i);
            bool isReduced = graph.Following([model.Upcasters[i]]).SelectMany(upcaster => upcaster.Parts)
                .Any(part => reducers.TryGetValue(part.Type, out ReducerModel? reducer) && reducer is not null);
            if (!isReduced)
            {
                code.Line($"case {number}: break;");
                continue;
            }

            code.Open($"case {number}:");
            code.Line($"{Names.EventContext} context = events.Context;");
            emitter.Emit(code, source, $"events.Read<{source}>()");
            code.Line("break;");
            code.Close();
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Call(string state, ReducerModel reducer, string value, string context)
    {
        string arguments = reducer.TakesContext ? $"{value}, {context}" : value;
        return reducer.IsStatic ? $"{state}.{reducer.Name}(state, {arguments})" : $"state.{reducer.Name}({arguments})";
    }
}
