using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

internal static partial class SerializerEmitter
{
    private static void WriteUnion(CodeWriter code, UnionComposite union)
    {
        code.Line("writer.EnterArray(2);");
        code.Open("switch (value)");
        foreach (UnionCaseModel item in union.Cases)
        {
            code.Line($"case {item.Body.BareType} body:");
            code.Indent();
            code.Line($"writer.Write({Number(item.Tag)});");
            Write(code, item.Body, "body");
            code.Line("break;");
            code.Outdent();
        }

        code.Line("default:");
        code.Indent();
        code.Line($"throw new global::System.ArgumentException(\"The value's type is no case of {union.Helper}.\", nameof(value));");
        code.Outdent();
        code.Close();
        code.Line("writer.Exit();");
    }

    private static void ReadUnion(CodeWriter code, UnionComposite union)
    {
        code.Open("if (reader.EnterArray() != 2)");
        code.Line($"throw new {Names.FormatException}(\"Not a union's tag and body.\", reader.Position);");
        code.Close();
        code.Line(
            $"""
            {union.Type} value;
            int position = reader.Position;
            """);
        code.Open("switch (reader.ReadInt32())");
        foreach (UnionCaseModel item in union.Cases)
        {
            code.Line($"case {Number(item.Tag)}:");
            code.Indent();
            code.Line($"value = {Read(item.Body)};");
            code.Line("break;");
            code.Outdent();
        }

        code.Line("default:");
        code.Indent();
        code.Line($"throw new {Names.FormatException}(\"No case of {union.Helper} has this tag.\", position);");
        code.Outdent();
        code.Close();
        code.Line(
            """
            reader.Exit();
            return value;
            """);
    }
}
