using System.Globalization;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the part of an event that knows its upcaster and its earlier forms.</summary>
internal static class EventVersionsEmitter
{
    public const string Ending = "-versions";

    public static string Emit(EventVersionsModel model)
    {
        var code = new CodeWriter();
        string attributes = model.Earlier.Count > 0 ? $"[{Names.EarlierVersions}({string.Join(", ", model.Earlier.Select(upcaster => $"typeof({upcaster.Source})"))})]" : "";
        Header.Open(code, model.Containment, model.Own is { } own ? ContractOf(own) : "", attributes);
        if (model.Own is not null)
        {
            EmitUpcast(code, model.Own);
        }

        if (model.Earlier.Count > 0)
        {
            if (model.Own is not null)
            {
                code.Line();
            }

            EmitEarlier(code, model);
        }

        Header.Close(code, model.Containment);
        return code.ToString();
    }

    private static string ContractOf(UpcasterModel upcaster) => $"{Names.UpcastInterface}<{upcaster.Source}, {upcaster.Result}>";

    private static void EmitUpcast(CodeWriter code, UpcasterModel upcaster)
    {
        code.Line(Header.Attributes);
        code.Line(
            $"static {upcaster.Result} {ContractOf(upcaster)}.Upcast({upcaster.Source} value, in {Names.EventContext} context) =>\n    "
            + $"{upcaster.Call}(value{(upcaster.TakesContext ? ", context" : "")});");
    }

    private static void EmitEarlier(CodeWriter code, EventVersionsModel model)
    {
        string contract = $"{Names.EventInterface}<{model.Type}>";
        string forms = $"{Names.ImmutableArray}<{Names.Descriptor}>";
        code.Line(Header.Attributes);
        code.Line($"static {forms} {contract}.EarlierForms => __EarlierForms.All;\n");
        code.Line(Header.Attributes);
        code.Open($"static void {contract}.ReadEarlier(int form, ref {Names.Reader} reader, in {Names.EventContext} context, ref {Names.UpcastParts}<{model.Type}> parts)");
        code.Open("switch (form)");
        var emitter = new UpcastEmitter(new(model.Upcasters, []), (type, value, part) =>
        {
            if (string.Equals(type, model.Type, StringComparison.Ordinal))
            {
                code.Line($"parts.Add({value}, {(part.Length > 0 ? part : "0")});");
            }
        }, model.Type);
        for (int i = 0; i < model.Earlier.Count; i++)
        {
            string source = model.Earlier[i].Source;
            code.Line($"case {i.ToString(CultureInfo.InvariantCulture)}:");
            code.Indent();
            code.OpenBlock();
            emitter.Emit(code, source, $"{Names.EventForms}.Read<{source}>(ref reader)");
            code.Line("break;");
            code.Close();
            code.Outdent();
        }

        code.Line("default:");
        code.Indent();
        code.Line("throw new global::System.ArgumentOutOfRangeException(nameof(form));");
        code.Outdent();
        code.Close();
        code.Close();
        code.Line();
        code.Line(Header.Attributes);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Open("private static class __EarlierForms");
        code.Line($"internal static readonly {forms} All = {Names.ImmutableArray}.Create(new {Names.Descriptor}[]");
        code.Line("{");
        code.Indent();
        foreach (UpcasterModel upcaster in model.Earlier)
        {
            code.Line($"{Names.Descriptor}.Of<{upcaster.Source}>(),");
        }

        code.Outdent();
        code.Line("});");
        code.Close();
    }
}
