using System.Globalization;
using System.Text;

namespace Daybook.Schema;

/// <summary>Writes a type as the text that <see cref="SchemaParser"/> reads.</summary>
internal static class SchemaPrinter
{
    public static string Print(RecordKind kind, int version, WireType record)
    {
        var text = new StringBuilder(kind == RecordKind.Event ? "event " : "state ")
            .Append(record.Name).Append('@').Append(version.ToString(CultureInfo.InvariantCulture)).Append(' ');
        AppendMembers(text, record);
        return text.ToString();
    }

    public static string Print(WireType type)
    {
        var text = new StringBuilder();
        Append(text, type);
        return text.ToString();
    }

    private static void Append(StringBuilder text, WireType type)
    {
        switch (type.Kind)
        {
            case WireKind.Record:
                text.Append(type.Name);
                AppendMembers(text, type);
                break;
            case WireKind.Reference:
                text.Append("ref ").Append(type.Name);
                break;
            case WireKind.Enum:
                text.Append("enum ").Append(type.Name).Append(": ").Append(SchemaNames.Of(type.Underlying)).Append(" {");
                AppendAll(text, type.Constants, static (text, constant)
                    => text.Append(constant.Name).Append(" = ").Append(constant.Value.ToString(CultureInfo.InvariantCulture)));
                text.Append('}');
                break;
            case WireKind.Union:
                text.Append("union ").Append(type.Name).Append(" {");
                AppendAll(text, type.Cases, static (text, @case) =>
                {
                    text.Append(@case.Tag.ToString(CultureInfo.InvariantCulture)).Append(": ");
                    Append(text, @case.Type);
                });
                text.Append('}');
                break;
            default:
                text.Append(SchemaNames.Of(type.Kind));
                if (!type.Arguments.IsEmpty)
                {
                    text.Append('<');
                    AppendAll(text, type.Arguments, Append);
                    text.Append('>');
                }

                break;
        }

        text.Append(type.IsNullable ? "?" : "");
    }

    private static void AppendMembers(StringBuilder text, WireType record)
    {
        text.Append('(');
        AppendAll(text, record.Members, static (text, member) =>
        {
            text.Append(member.Key.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(member.Name).Append(": ");
            Append(text, member.Type);
            if (member.Default is not null)
            {
                text.Append(" = ").Append(member.Default);
            }
        });
        text.Append(')');
    }

    private static void AppendAll<T>(StringBuilder text, IReadOnlyList<T> items, Action<StringBuilder, T> append)
    {
        for (int i = 0; i < items.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            append(text, items[i]);
        }
    }
}
