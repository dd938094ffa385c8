using System.Globalization;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>
/// Writes the serializer: the members that the contract asks for, and, where the record reaches other shapes, a private
/// class with a pair of helpers for each.
/// </summary>
internal static partial class SerializerEmitter
{
    /// <summary>Writes the schema as a property that keeps its value.</summary>
    public static void EmitSchema(CodeWriter code, RecordModel record, string contract, string kind)
    {
        string version = record.Version.ToString(CultureInfo.InvariantCulture);
        string fingerprint = Fingerprint.Of(record.Schema).ToString("X16", CultureInfo.InvariantCulture);
        code.Line(Header.Attributes);
        code.Line(
            $$"""
            static {{Names.RecordSchema}} {{contract}}.Schema { get; } = new(
                {{Names.RecordKind}}.{{kind}}, {{Literal.Of(record.Name)}}, {{version}}, 0x{{fingerprint}}UL,
                {{Literal.Of(record.Schema)}});

            """);
    }

    /// <summary>Writes the contract's Write and Read.</summary>
    public static void EmitContract(CodeWriter code, RecordModel record, string contract)
    {
        Composite self = record.Composites[0];
        code.Line(Header.Attributes);
        code.Open($"static void {contract}.Write(ref {Names.Writer} writer, in {record.Type} value)");
        if (record.IsRecursive)
        {
            code.Line($"__Wire.Write{self.Helper}(ref writer, value);");
        }
        else
        {
            EmitWriteBody(code, self);
        }

        code.Close();
        code.Line();
        code.Line(Header.Attributes);
        code.Open($"static {record.Type} {contract}.Read(ref {Names.Reader} reader)");
        if (record.IsRecursive)
        {
            code.Line($"return __Wire.Read{self.Helper}(ref reader);");
        }
        else
        {
            EmitReadBody(code, self);
        }

        code.Close();
    }

    /// <summary>Writes the helpers of the shapes that the record reaches.</summary>
    public static void EmitHelpers(CodeWriter code, RecordModel record)
    {
        List<Composite> composites = [.. record.Composites.Skip(record.IsRecursive ? 0 : 1)];
        if (composites.Count == 0)
        {
            return;
        }

        code.Line();
        code.Line(Header.Attributes);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Open("private static class __Wire");
        foreach (Composite composite in composites)
        {
            EmitHelper(code, composite);
        }

        code.Close();
    }

    private static void EmitHelper(CodeWriter code, Composite composite)
    {
        string modifier = composite is RecordComposite { IsValueType: true } ? "in " : "";
        code.Open($"internal static void Write{composite.Helper}(ref {Names.Writer} writer, {modifier}{composite.Type} value)");
        EmitWriteBody(code, composite);
        code.Close();
        string comparer = composite is CollectionComposite { TakesComparer: true, ComparerType: var type } ? $", {type}? comparer = null" : "";
        code.Open($"internal static {composite.Type} Read{composite.Helper}(ref {Names.Reader} reader{comparer})");
        EmitReadBody(code, composite);
        code.Close();
        if (composite is TupleComposite { Comparisons.Count: > 0 } tuple)
        {
            EmitCompare(code, tuple);
        }
    }

    public static void EmitWriteBody(CodeWriter code, Composite composite)
    {
        if (composite is FormatterComposite formatter)
        {
            WriteFormatted(code, formatter);
            return;
        }

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
            case RankArrayComposite array:
                WriteRankArray(code, array);
                break;
        }
    }

    private static void EmitReadBody(CodeWriter code, Composite composite)
    {
        if (composite is FormatterComposite formatter)
        {
            ReadFormatted(code, formatter);
            return;
        }

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
            case RankArrayComposite array:
                ReadRankArray(code, array);
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
                if (value.Kind == ValueKind.Leaf)
                {
                    code.Line($"writer.WriteRequired({access});");
                    break;
                }

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
        _ => $"__Wire.Write{value.Reader}(ref writer, {access});",
    };

    private static string Read(WireValue value, string arguments = "")
    {
        string read = value.Kind switch
        {
            ValueKind.Leaf => $"reader.Read{value.Reader}()",
            ValueKind.Enum => $"({value.BareType})reader.Read{value.Reader}()",
            _ => $"__Wire.Read{value.Reader}(ref reader{arguments})",
        };
        return value.Null switch
        {
            NullKind.Reference => $"(reader.TryReadNil() ? null : {read})",
            NullKind.Value => $"(reader.TryReadNil() ? null : ({value.Type}){read})",
            _ => read,
        };
    }
}
