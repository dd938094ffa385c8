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
        Header.Open(code, record.Containment, contract, Header.Attributes);
        SerializerEmitter.EmitContract(code, record, contract);
        code.Line();
        code.Line(
            $"""
            static {record.Type} {contract}.Initial => {model.Initial};

            static {Names.ImmutableArray}<{Names.Descriptor}> {contract}.Events => __Wire.Events;

            """);
        FoldEmitter.Emit(code, model, contract);
        code.Line();
        RecorderEmitter.EmitRecorder(code, model);
        code.Line();
        RecorderEmitter.EmitBatch(code, model);
        code.Line();
        SerializerEmitter.Open(code, record, "State");
        code.Line();
        EmitEvents(code, model);
        SerializerEmitter.EmitHelpers(code, record);
        code.Close();
        Header.Close(code, record.Containment);
        return code.ToString();
    }

    private static void EmitEvents(CodeWriter code, StateModel model)
    {
        code.Line($"internal static readonly {Names.ImmutableArray}<{Names.Descriptor}> Events = {Names.ImmutableArray}.Create(new {Names.Descriptor}[]");
        code.Line("{");
        code.Indent();
        foreach (string type in model.Events.Select(item => item.Type).Concat(model.Upcasters.Select(upcaster => upcaster.Source)))
        {
            code.Line($"{Names.Descriptor}.Of<{type}>(),");
        }

        code.Outdent();
        code.Line("});");
    }
}
