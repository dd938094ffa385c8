using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the part of an event that records it as an older version of itself.</summary>
internal static class RecordingEmitter
{
    public const string Ending = "-recording";

    public static string Emit(RecordingModel model)
    {
        var code = new CodeWriter();
        Header.Open(code, model.Containment);
        code.Line(Header.Attributes);
        code.Open($"static {Names.RecordSchema} {Names.EventInterface}<{model.Type}>.Record(ref {Names.Writer} writer, in {model.Type} value)");
        code.Line(model.Members is null
            ? $"{Names.EventForms}.Write<{model.Older}>(ref writer, {model.Call}(value));"
            : "__Wire.RecordOlder(ref writer, value);");
        code.Line($"return {Names.EventForms}.SchemaOf<{model.Older}>();");
        code.Close();
        if (model.Members is not null)
        {
            code.Line();
            code.Open("private static partial class __Wire");
            code.Line(Header.Attributes);
            code.Open($"internal static void RecordOlder(ref {Names.Writer} writer, {model.Type} value)");
            SerializerEmitter.EmitWriteBody(code, model.Members);
            code.Close();
            code.Close();
        }

        Header.Close(code, model.Containment);
        return code.ToString();
    }
}
