using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the generated part of a state.</summary>
internal static class StateEmitter
{
    public static string Emit(StateModel model)
    {
        var code = new CodeWriter();
        RecordModel record = model.Record;
        string contract = $"{Names.StateInterface}<{record.Type}>";
        Header.Open(code, record.Containment, contract);
        SerializerEmitter.EmitSchema(code, record, contract, "State");
        code.Line(Header.Attributes);
        code.Line($"static {record.Type} {contract}.Initial => {model.Initial};\n");
        if (model.IsView)
        {
            code.Line(Header.Attributes);
            code.Line($"static bool {contract}.IsView => true;\n");
        }

        EmitEvents(code, model, contract);
        FoldEmitter.Emit(code, model, contract);
        code.Line();
        SerializerEmitter.EmitContract(code, record, contract);
        if (!model.IsView)
        {
            code.Line();
            RecorderEmitter.EmitRecorder(code, model);
            code.Line();
            RecorderEmitter.EmitBatch(code, model);
        }

        SerializerEmitter.EmitHelpers(code, record);
        Header.Close(code, record.Containment);
        return code.ToString();
    }

    private static void EmitEvents(CodeWriter code, StateModel model, string contract)
    {
        code.Line(Header.Attributes);
        code.Line($"static {Names.ImmutableArray}<{Names.Descriptor}> {contract}.Events {{ get; }} = {Names.ImmutableArray}.Create(new {Names.Descriptor}[]");
        code.Line("{");
        code.Indent();
        foreach (string type in model.Events.Select(item => item.Type).Concat(model.Upcasters.Select(upcaster => upcaster.Source)))
        {
            code.Line($"{Names.Descriptor}.Of<{type}>(),");
        }

        code.Outdent();
        code.Line("});\n");
    }
}
