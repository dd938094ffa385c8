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
            code.Line($"case {i.ToString(CultureInfo.InvariantCulture)}:");
            code.Indent();
            if (model.Events[i].Reducer is { } reducer)
            {
                code.Line($"state = {Call(type, model.Events[i].Type, reducer)};");
            }

            code.Line("break;");
            code.Outdent();
        }

        code.Line("default:");
        code.Indent();
        code.Line("throw new global::System.Diagnostics.UnreachableException();");
        code.Outdent();
        code.Close();
        code.Close();
        code.Line("return state;");
        code.Close();
    }

    private static string Call(string state, string type, ReducerModel reducer)
    {
        string read = $"events.Read<{type}>()";
        string arguments = reducer.TakesContext ? $"{read}, events.Context" : read;
        return reducer.IsStatic ? $"{state}.{reducer.Name}(state, {arguments})" : $"state.{reducer.Name}({arguments})";
    }
}
