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
        Header.Open(code, record.Containment, contract, Header.Attributes);
        SerializerEmitter.EmitContract(code, record, contract);
        if (model.FormerNames.Count > 0)
        {
            code.Line();
            code.Line($"static {Names.ImmutableArray}<string> {contract}.FormerNames => __Wire.FormerNames;");
        }

        code.Line();
        SerializerEmitter.Open(code, record, "Event");
        if (model.FormerNames.Count > 0)
        {
            code.Line();
            code.Line($"internal static readonly {Names.ImmutableArray}<string> FormerNames = {Names.ImmutableArray}.Create(new string[] {{ {string.Join(", ", model.FormerNames.Select(Literal.Of))} }});");
        }

        SerializerEmitter.EmitHelpers(code, record);
        code.Close();
        Header.Close(code, record.Containment);
        return code.ToString();
    }
}
