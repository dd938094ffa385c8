using System.Globalization;
using System.Text;
using Daybook.MessagePack;

namespace Daybook.Schema;

internal readonly partial struct PayloadText
{
    private void AppendRecord(StringBuilder text, ref MessagePackReader reader, WireType type)
    {
        text.Append(type.Name).Append(" { ");
        var walk = new RecordWalk(ref reader, type);
        bool first = true;
        while (walk.Next(ref reader) is { } member)
        {
            text.Append(first ? "" : ", ").Append(member.Name).Append(" = ");
            Append(text, ref reader, member.Type);
            first = false;
        }

        text.Append(first ? "}" : " }");
    }

    private void AppendItems(StringBuilder text, ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        int count = reader.ReadArrayHeader();
        var items = type.Kind == WireKind.Set && style.Sorted ? new List<string>() : null;
        var item = items is null ? text : new StringBuilder();
        text.Append('[');
        for (int i = 0; i < count; i++)
        {
            if (i >= style.MostItems)
            {
                reader.Skip();
                continue;
            }

            if (items is null)
            {
                text.Append(i > 0 ? ", " : "");
            }

            Append(item, ref reader, type.Arguments[0]);
            Collect(items, item);
        }

        AppendSorted(text, items);
        AppendEnd(text, count, ']');
        reader.Exit();
    }

    private void AppendMap(StringBuilder text, ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        int count = reader.ReadMapHeader();
        var entries = style.Sorted ? new List<string>() : null;
        var entry = entries is null ? text : new StringBuilder();
        text.Append('{');
        for (int i = 0; i < count; i++)
        {
            if (i >= style.MostItems)
            {
                reader.Skip();
                reader.Skip();
                continue;
            }

            if (entries is null)
            {
                text.Append(i > 0 ? ", " : "");
            }

            Append(entry, ref reader, type.Arguments[0]);
            entry.Append(": ");
            Append(entry, ref reader, type.Arguments[1]);
            Collect(entries, entry);
        }

        AppendSorted(text, entries);
        AppendEnd(text, count, '}');
        reader.Exit();
    }

    private void AppendTuple(StringBuilder text, ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        PayloadNumber.ReadCount(ref reader, type.Arguments.Length);
        text.Append('(');
        for (int i = 0; i < type.Arguments.Length; i++)
        {
            text.Append(i > 0 ? ", " : "");
            Append(text, ref reader, type.Arguments[i]);
        }

        text.Append(')');
        reader.Exit();
    }

    private void AppendUnion(StringBuilder text, ref MessagePackReader reader, WireType type)
    {
        reader.Enter();
        var body = PayloadNumber.ReadTag(ref reader, type, out int tag);
        if (body is null)
        {
            reader.Skip();
            text.Append(CultureInfo.InvariantCulture, $"{type.Name} #{tag}");
        }
        else
        {
            Append(text, ref reader, body);
        }

        reader.Exit();
    }

    private static void Collect(List<string>? collected, StringBuilder text)
    {
        if (collected is not null)
        {
            collected.Add(text.ToString());
            text.Clear();
        }
    }

    private static void AppendSorted(StringBuilder text, List<string>? items)
    {
        items?.Sort(StringComparer.Ordinal);
        text.AppendJoin(", ", items ?? []);
    }

    private void AppendEnd(StringBuilder text, int count, char end)
    {
        if (count > style.MostItems)
        {
            text.Append(CultureInfo.InvariantCulture, $", … ({count} in all)");
        }

        text.Append(end);
    }
}
