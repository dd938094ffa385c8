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
        SerializerEmitter.EmitSchema(code, record, contract, "Event");
        if (model.FormerNames.Count > 0)
        {
            code.Line(Header.Attributes);
            code.Line($"static {Names.ImmutableArray}<string> {contract}.FormerNames {{ get; }} = {Names.ImmutableArray}.Create(new string[] {{ {string.Join(", ", model.FormerNames.Select(Literal.Of))} }});\n");
        }

        SerializerEmitter.EmitContract(code, record, contract);
        SerializerEmitter.EmitHelpers(code, record);
        Header.Close(code, record.Containment);
        return code.ToString();
    }
}
