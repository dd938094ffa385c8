using Daybook.Generator.Equatable;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Writes MessagePack-CSharp's way to an assembly's events and states.</summary>
internal static class ResolverEmitter
{
    public const string File = "Daybook.Generated.MessagePack.g.cs";

    private const string Formatter = "global::MessagePack.Formatters.IMessagePackFormatter";
    private const string Options = "global::MessagePack.MessagePackSerializerOptions";
    private const string Writer = "global::MessagePack.MessagePackWriter";
    private const string Reader = "global::MessagePack.MessagePackReader";

    public static EquatableArray<ResolverEntry> Sort(IEnumerable<ResolverEntry> entries) => new(entries.OrderBy(entry => entry.Type, StringComparer.Ordinal));

    /// <summary>The model, if there is anything to write.</summary>
    public static IEnumerable<ResolverModel> Find(EquatableArray<ResolverEntry> entries, PeerFormatters peer, string assembly) =>
        entries.Count > 0 && peer.HasFlag(PeerFormatters.Known) ? [new(entries, peer, assembly)] : [];

    public static string Emit(ResolverModel model)
    {
        string name = AssemblyName.ToIdentifier(model.Assembly) + "MessagePackResolver";
        var code = new CodeWriter();
        Header.Write(code);
        code.Line("namespace Daybook.Generated;\n");
        code.Line("/// <summary>MessagePack-CSharp's formatters for the events and states of this assembly.</summary>");
        code.Line(Header.Attributes);
        code.Open($"internal sealed class {name} : global::MessagePack.IFormatterResolver");
        code.Line(
            $$"""
            /// <summary>The resolver.</summary>
            public static readonly {{name}} Instance = new();

            private {{name}}()
            {
            }

            private delegate void WriteRecord<T>(ref {{Names.Writer}} writer, in T value);

            private delegate T ReadRecord<T>(ref {{Names.Reader}} reader);

            /// <inheritdoc/>
            public {{Formatter}}<T>? GetFormatter<T>() => Cache<T>.Formatter;

            """);
        EmitCreate(code, model.Entries);
        code.Line(
            $"""
            private static RecordFormatter<T> OfEvent<T>()
                where T : {Names.EventInterface}<T> => new(T.Write, T.Read);

            private static RecordFormatter<T> OfState<T>()
                where T : {Names.StateInterface}<T> => new(T.Write, T.Read);

            private static RecordFormatter<T?> OrNull<T>(RecordFormatter<T> formatter)
                where T : struct => new(
                    (ref {Names.Writer} writer, in T? value) => formatter.WriteRecord(ref writer, value.GetValueOrDefault()),
                    (ref {Names.Reader} reader) => formatter.ReadRecord(ref reader));

            """);
        EmitTypes(code, model.Peer);
        code.Close();
        return code.ToString();
    }

    private static void EmitCreate(CodeWriter code, EquatableArray<ResolverEntry> entries)
    {
        code.Open("private static object? Create(global::System.Type type)");
        foreach (ResolverEntry entry in entries)
        {
            string formatter = $"{(entry.IsState ? "OfState" : "OfEvent")}<{entry.Type}>()";
            code.Line($"if (type == typeof({entry.Type})) return {formatter};");
            if (entry.IsValueType)
            {
                code.Line($"if (type == typeof({entry.Type}?)) return OrNull({formatter});");
            }
        }

        code.Line("return null;");
        code.Close();
    }

    private static void EmitTypes(CodeWriter code, PeerFormatters peer)
    {
        code.Open("private static class Cache<T>");
        code.Line($"public static readonly {Formatter}<T>? Formatter = ({Formatter}<T>?)Create(typeof(T));");
        code.Close();
        code.Line("// The bytes are Daybook's own, so that there is one serializer.");
        if (peer.HasFlag(PeerFormatters.Exclusion))
        {
            code.Line("[global::MessagePack.ExcludeFormatterFromSourceGeneratedResolver]");
        }

        code.Open($"private sealed class RecordFormatter<T> : {Formatter}<T?>");
        code.Line(
            """
            public readonly WriteRecord<T> WriteRecord;
            public readonly ReadRecord<T> ReadRecord;

            public RecordFormatter(WriteRecord<T> write, ReadRecord<T> read)
            {
                WriteRecord = write;
                ReadRecord = read;
            }

            """);
        EmitSerialize(code, peer);
        code.Open($"public T? Deserialize(ref {Reader} reader, {Options} options)");
        code.Line(
            $"""
            global::System.Buffers.ReadOnlySequence<byte> bytes = reader.ReadRaw();
            var record = new {Names.Reader}(bytes.IsSingleSegment ? bytes.FirstSpan : global::System.Buffers.BuffersExtensions.ToArray(bytes));
            return default(T) is null && record.TryReadNil() ? default : ReadRecord(ref record);
            """);
        code.Close();
        code.Close();
    }

    private static void EmitSerialize(CodeWriter code, PeerFormatters peer)
    {
        code.Open($"public void Serialize(ref {Writer} writer, T? value, {Options} options)");
        if (peer.HasFlag(PeerFormatters.OldSpec))
        {
            code.Line("if (writer.OldSpec) throw new global::System.NotSupportedException(\"Events and states are written in MessagePack's current specification only; leave OldSpec unset.\");");
        }

        code.Line(
            $"""
            using var buffer = new global::Daybook.MessagePack.PooledBuffer();
            var record = new {Names.Writer}(buffer);
            if (value is null)
            """);
        code.OpenBlock();
        code.Line("record.WriteNil();");
        code.Close();
        code.Open("else");
        code.Line("WriteRecord(ref record, value);");
        code.Close();
        code.Line(
            """
            record.Flush();
            writer.WriteRaw(buffer.WrittenSpan);
            """);
        code.Close();
    }
}
