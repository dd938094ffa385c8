using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

// The formatter is called through a constraint: its methods may be implemented explicitly.
internal static partial class SerializerEmitter
{
    private static void WriteFormatted(CodeWriter code, FormatterComposite formatter)
    {
        code.Line($"{formatter.Wire.Type} wire = Convert<{formatter.Formatter}>(value);");
        Write(code, formatter.Wire, "wire");
        code.Line(
            $"""

            static {formatter.Wire.Type} Convert<TFormatter>({formatter.Type} value)
                where TFormatter : {Contract(formatter)} => TFormatter.ToWire(value);
            """);
    }

    private static void ReadFormatted(CodeWriter code, FormatterComposite formatter)
    {
        code.Line($"{formatter.Wire.Type} wire = {Read(formatter.Wire)};");
        code.Line(
            $"""
            return Convert<{formatter.Formatter}>(wire);

            static {formatter.Type} Convert<TFormatter>({formatter.Wire.Type} wire)
                where TFormatter : {Contract(formatter)} => TFormatter.FromWire(wire);
            """);
    }

    private static string Contract(FormatterComposite formatter) => $"{Names.FormatterInterface}<{formatter.Type}, {formatter.Wire.Type}>";
}
