using System.Text;

namespace Daybook.TypeTable;

/// <summary>Turns the tables of docs/types.md into C#: two events and the samples for each row.</summary>
internal static class TableSource
{
    public static string From(string markdown)
    {
        IReadOnlyList<TableRow> rows = TableRow.Parse(markdown);
        if (rows.Select(row => row.Name).Distinct(StringComparer.Ordinal).Count() != rows.Count)
        {
            throw new FormatException("Two rows have one name.");
        }

        var code = new StringBuilder(
            """
            // Made from docs/types.md by: dotnet run --project eng/TypeTable
            #nullable enable
            using System.Buffers;
            using System.Collections;
            using System.Collections.Concurrent;
            using System.Collections.Frozen;
            using System.Collections.Immutable;
            using System.Collections.ObjectModel;
            using System.Numerics;
            using System.Text;
            using System.Text.Json;

            namespace Daybook.Types.Tests;

            public static class TypeTable
            {
                public static IReadOnlyList<TypeRow> Rows { get; } =
                [

            """.ReplaceLineEndings("\n"));
        foreach (TableRow row in rows)
        {
            AppendEntry(code, row);
        }

        code.Append("    ];\n}\n");
        foreach (TableRow row in rows)
        {
            AppendEvents(code, row);
        }

        return code.ToString();
    }

    private static void AppendEntry(StringBuilder code, TableRow row)
    {
        code.Append(
            $$"""
                    new TypeRow<{{row.Name}}, {{row.Name}}Everywhere>(
                        "{{row.Type}}",
                        "{{row.Schema}}",
                        [{{string.Join(", ", row.Samples.Zip(row.Bytes, (sample, bytes) => $"(new({sample}), \"{bytes}\")"))}}],
                        (row, isNull) => new(row.Value, isNull ? default({{row.Type}}?) : row.Value, new(row.Value), [row.Value], {{(row.Type is "byte" ? "null" : "[row.Value]")}}, new() { ["k"] = row.Value }, new() { [row.Value] = 1 })),

            """.ReplaceLineEndings("\n"));
    }

    // An array of bytes is a type of its own.
    private static void AppendEvents(StringBuilder code, TableRow row) =>
        code.Append(
            $$"""

            [Event("types.{{row.Name}}")]
            public partial record {{row.Name}}({{row.Type}} Value);

            [Event("types.{{row.Name}}.everywhere")]
            public partial record {{row.Name}}Everywhere(
                {{row.Type}} Value,
                {{row.Type}}? Nullable,
                Holder<{{row.Type}}> Nested,
                List<{{row.Type}}> List,
                {{row.ArrayType}}? Array,
                Dictionary<string, {{row.Type}}> Values,
                Dictionary<{{row.Type}}, int> Keys);

            """.ReplaceLineEndings("\n"));
}
