using System.Globalization;

namespace Daybook.Tests.Schema;

/// <summary>Random schema lines with every construct of the grammar.</summary>
internal static class RandomSchema
{
    private static readonly string[] Scalars =
    [
        "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "decimal", "char", "string",
        "bytes", "guid", "datetime", "datetimeoffset", "timespan", "date", "time", "uri", "version", "json",
    ];

    private static readonly string[] Defaults = [" = 0", " = ...", " = \"a, (b) \\\" \\u0001\"", " = ','", " = null", " = -1.5m"];

    public static string Line(Random random)
        => $"{(random.Next(2) == 0 ? "event" : "state")} {Name(random)}.{Name(random)}@{random.Next(5)} {Members(random, 3, [])}";

    private static string Members(Random random, int depth, string[] enclosing)
    {
        int key = -1;
        var members = Enumerable.Range(0, random.Next(6)).Select(_ =>
        {
            key += random.Next(10) == 0 ? 2 : 1;
            string type = Type(random, depth, enclosing);
            return string.Create(CultureInfo.InvariantCulture, $"{key} {Name(random)}: {type}{(random.Next(5) == 0 ? Defaults[random.Next(Defaults.Length)] : "")}");
        });
        return $"({string.Join(", ", members)})";
    }

    private static string Type(Random random, int depth, string[] enclosing)
    {
        string name = Name(random);
        string inner() => Type(random, depth - 1, enclosing);
        string type = (depth > 0 ? random.Next(14) : 13) switch
        {
            0 => $"list<{inner()}>",
            1 => $"set<{inner()}>",
            2 => $"map<{inner()}, {inner()}>",
            3 => $"tuple<{inner()}>",
            4 => $"tuple<{inner()}, {inner()}, {inner()}>",
            5 => $"enum {name}: uint64 {{A = 0, B = 18446744073709551615}}",
            6 => $"enum {name}: int8 {{A = -128}}",
            7 => $"union {name} {{-5: {Type(random, depth - 1, [.. enclosing, name])}, 0: {name}{Members(random, depth - 1, [.. enclosing, name])}}}",
            8 or 9 => name + Members(random, depth - 1, [.. enclosing, name]),
            10 when enclosing.Length > 0 => $"ref {enclosing[random.Next(enclosing.Length)]}?",
            _ => Scalars[random.Next(Scalars.Length)],
        };
        return random.Next(3) == 0 && !type.EndsWith('?') ? type + "?" : type;
    }

    private static string Name(Random random) => ((char)('A' + random.Next(26))).ToString() + (random.Next(4) == 0 ? "é_1" : "");
}
