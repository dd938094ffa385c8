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
        if (model.Members is null)
        {
            code.Line($"{Names.EventForms}.Write<{model.Older}>(ref writer, {model.Call}(value));");
        }
        else
        {
            SerializerEmitter.EmitWriteBody(code, model.Members);
        }

        code.Line($"return {Names.EventForms}.SchemaOf<{model.Older}>();");
        code.Close();

        Header.Close(code, model.Containment);
        return code.ToString();
    }
}
