using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the generated part of an event.</summary>
internal static class EventEmitter
{
    public static string Emit(EventModel model)
    {
        var code = new CodeWriter();
        RecordModel record = model.Record;
        string contract = $"{Names.EventInterface}<{record.Type}>";
        Header.Open(code, record.Containment, contract);
        SerializerEmitter.EmitContract(code, record, contract);
        code.Line();
        SerializerEmitter.Open(code, record, "Event");
        SerializerEmitter.EmitHelpers(code, record);
        code.Close();
        Header.Close(code, record.Containment);
        return code.ToString();
    }
}
