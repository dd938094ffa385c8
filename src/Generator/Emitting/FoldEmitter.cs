using System.Globalization;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the switch that runs the reducers.</summary>
internal static class FoldEmitter
{
    public static void Emit(CodeWriter code, StateModel model, string contract)
    {
        string type = model.Record.Type;
        code.Open($"static {type} {contract}.Fold({type} state, ref {Names.FoldCursor} events)");
        code.Open("while (events.MoveNext())");
        code.Open("switch (events.Case)");
        for (int i = 0; i < model.Events.Count; i++)
        {
            OpenCase(code, i);
            if (model.Events[i].Reducer is { } reducer)
            {
                code.Line($"state = {Call(type, reducer, $"events.Read<{model.Events[i].Type}>()", "events.Context")};");
            }

            CloseCase(code);
        }

        EmitOlder(code, model);

        code.Line("default:");
        code.Indent();
        code.Line("throw new global::System.Diagnostics.UnreachableException();");
        code.Outdent();
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
            if (reducers[part] is { } reducer)
            {
                code.Line($"state = {Call(type, reducer, value, number.Length > 0 ? $"events.ContextOf({number})" : "context")};");
            }
        });
        for (int i = 0; i < model.Upcasters.Count; i++)
        {
            string source = model.Upcasters[i].Source;
            OpenCase(code, model.Events.Count + i);
            bool isReduced = graph.Following([model.Upcasters[i]]).SelectMany(upcaster => upcaster.Parts)
                .Any(part => reducers.TryGetValue(part.Type, out ReducerModel? reducer) && reducer is not null);
            if (!isReduced)
            {
                CloseCase(code);
                continue;
            }

            code.OpenBlock();
            code.Line($"{Names.EventContext} context = events.Context;");
            emitter.Emit(code, source, $"events.Read<{source}>()");
            code.Line("break;");
            code.Close();
            code.Outdent();
        }
    }

    private static void OpenCase(CodeWriter code, int number)
    {
        code.Line($"case {number.ToString(CultureInfo.InvariantCulture)}:");
        code.Indent();
    }

    private static void CloseCase(CodeWriter code)
    {
        code.Line("break;");
        code.Outdent();
    }

    private static string Call(string state, ReducerModel reducer, string value, string context)
    {
        string arguments = reducer.TakesContext ? $"{value}, {context}" : value;
        return reducer.IsStatic ? $"{state}.{reducer.Name}(state, {arguments})" : $"state.{reducer.Name}({arguments})";
    }
}
