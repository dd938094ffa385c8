using System.Globalization;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes the serializer: what the contract asks for, and a private class with a pair of helpers for every shape.</summary>
internal static partial class SerializerEmitter
{
    public static void EmitContract(CodeWriter code, RecordModel record, string contract)
    {
        string helper = record.Composites[0].Helper;
        code.Line(
            $"""
            static {Names.RecordSchema} {contract}.Schema => __Wire.Schema;

            static void {contract}.Write(ref {Names.Writer} writer, in {record.Type} value) => __Wire.Write{helper}(ref writer, value);

            static {record.Type} {contract}.Read(ref {Names.Reader} reader) => __Wire.Read{helper}(ref reader);
            """);
    }

    /// <summary>Opens the private class.</summary>
    public static void Open(CodeWriter code, RecordModel record, string kind)
    {
        string name = Literal.Of(record.Name);
        string version = record.Version.ToString(CultureInfo.InvariantCulture);
        string fingerprint = Fingerprint.Of(record.Schema).ToString("X16", CultureInfo.InvariantCulture);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Open("private static class __Wire");
        code.Line(
            $"""
            internal static readonly {Names.RecordSchema} Schema = new(
                {Names.RecordKind}.{kind},
                {name},
                {version},
                0x{fingerprint}UL,
                {Literal.Of(record.Schema)});
            """);
    }

    public static void EmitHelpers(CodeWriter code, RecordModel record)
    {
        foreach (Composite composite in record.Composites)
        {
            code.Line();
            OpenWrite(code, composite);
            EmitWriteBody(code, composite);
            code.Close();
            code.Open($"internal static {composite.Type} Read{composite.Helper}(ref {Names.Reader} reader)");
            EmitReadBody(code, composite);
            code.Close();
        }
    }

    private static void OpenWrite(CodeWriter code, Composite composite)
    {
        string modifier = composite is RecordComposite { IsValueType: true } ? "in " : "";
        code.Open($"internal static void Write{composite.Helper}(ref {Names.Writer} writer, {modifier}{composite.Type} value)");
    }

    private static void EmitWriteBody(CodeWriter code, Composite composite)
    {
        if (composite is FormatterComposite formatter)
        {
            WriteFormatted(code, formatter);
            return;
        }

        code.Line("writer.Enter();");
        switch (composite)
        {
            case RecordComposite record:
                WriteRecord(code, record);
                break;
            case CollectionComposite collection:
                WriteCollection(code, collection);
                break;
            case TupleComposite tuple:
                WriteTuple(code, tuple);
                break;
            case UnionComposite union:
                WriteUnion(code, union);
                break;
        }

        code.Line("writer.Exit();");
    }

    private static void EmitReadBody(CodeWriter code, Composite composite)
    {
        if (composite is FormatterComposite formatter)
        {
            ReadFormatted(code, formatter);
            return;
        }

        code.Line("reader.Enter();");
        switch (composite)
        {
            case RecordComposite record:
                ReadRecord(code, record);
                break;
            case CollectionComposite collection:
                ReadCollection(code, collection);
                break;
            case TupleComposite tuple:
                ReadTuple(code, tuple);
                break;
            case UnionComposite union:
                ReadUnion(code, union);
                break;
        }
    }

    private static void Write(CodeWriter code, WireValue value, string access)
    {
        switch (value.Null)
        {
            case NullKind.None:
                code.Line(WriteCall(value, access));
                break;
            case NullKind.Forbidden:
                code.Line($"global::System.ArgumentNullException.ThrowIfNull({access});");
                code.Line(WriteCall(value, access));
                break;
            default:
                bool isReference = value.Null == NullKind.Reference;
                code.Open(isReference ? $"if ({access} is null)" : $"if (!{access}.HasValue)");
                code.Line("writer.WriteNil();");
                code.Close();
                code.Open("else");
                code.Line(WriteCall(value, isReference ? access : $"{access}.GetValueOrDefault()"));
                code.Close();
                break;
        }
    }

    private static string WriteCall(WireValue value, string access) => value.Kind switch
    {
        ValueKind.Leaf => $"writer.Write({access});",
        ValueKind.Enum => $"writer.Write(({value.EnumType}){access});",
        _ => $"Write{value.Reader}(ref writer, {access});",
    };

    private static string Read(WireValue value)
    {
        string read = value.Kind switch
        {
            ValueKind.Leaf => $"reader.Read{value.Reader}()",
            ValueKind.Enum => $"({value.BareType})reader.Read{value.Reader}()",
            _ => $"Read{value.Reader}(ref reader)",
        };
        return value.Null switch
        {
            NullKind.Reference => $"(reader.TryReadNil() ? null : {read})",
            NullKind.Value => $"(reader.TryReadNil() ? null : ({value.Type}){read})",
            _ => read,
        };
    }
}
