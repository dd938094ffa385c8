using System.Globalization;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>
/// Writes what becomes of an older event as straight-line code: the upcasters along the way, the looks for null, and
/// whatever is to be done with each event at the end.
/// </summary>
/// <param name="graph">The upcasters.</param>
/// <param name="emitEnd">Writes the end: the event's type, its value, and its part number; empty where there is only one part.</param>
/// <param name="end">An event that counts as an end although an upcaster takes it; empty for none.</param>
internal sealed class UpcastEmitter(UpcastGraph graph, Action<string, string, string> emitEnd, string end = "")
{
    private int _locals;

    /// <summary>Writes the way of one event; its context stands in <c>context</c>.</summary>
    /// <param name="code">Where it goes.</param>
    /// <param name="source">The event's type.</param>
    /// <param name="value">The expression that reads it.</param>
    public void Emit(CodeWriter code, string source, string value)
    {
        _locals = 0;
        bool isSplit = graph.Following([graph.From(source)!]).Any(upcaster => upcaster.IsSplit);
        if (isSplit)
        {
            code.Line("int part = 0;");
        }

        EmitFrom(code, source, value, isSplit);
    }

    private void EmitFrom(CodeWriter code, string type, string value, bool isSplit)
    {
        if (graph.From(type) is not { } upcaster || string.Equals(type, end, StringComparison.Ordinal))
        {
            emitEnd(type, value, isSplit ? "part" : "");
            if (isSplit)
            {
                code.Line("part++;");
            }

            return;
        }

        string result = Local("result");
        code.Line($"{upcaster.Result} {result} = {Names.EventForms}.Upcast<{upcaster.Source}, {upcaster.Result}>({value}, in context);");
        for (int i = 0; i < upcaster.Parts.Count; i++)
        {
            UpcastPartModel part = upcaster.Parts[i];
            string access = upcaster.IsSplit ? $"{result}.Item{(i + 1).ToString(CultureInfo.InvariantCulture)}" : result;
            if (!part.CanBeNull)
            {
                EmitFrom(code, part.Type, access, isSplit);
                continue;
            }

            string local = Local("value");
            code.Open($"if ({access} is {{ }} {local})");
            EmitFrom(code, part.Type, local, isSplit);
            code.Close();
        }
    }

    private string Local(string name) => name + _locals++.ToString(CultureInfo.InvariantCulture);
}
