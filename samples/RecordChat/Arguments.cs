using System.Globalization;

namespace RecordChat;

/// <summary>What the command line says.</summary>
internal sealed record Arguments
{
    internal const string Usage = "Usage: RecordChat [FILE|-] [--store DIR|CONNECTION] [--stream ID] [--speed N] [--json]";

    /// <summary>The file to record; <c>-</c> for standard input, null for the response that comes with the program.</summary>
    internal string? File { get; private init; }

    internal string Store { get; private init; } = "./daybook-events";

    /// <summary>What <see cref="Store"/> means: a connection string has at least two letters before its colon, anything else is a directory.</summary>
    internal string ConnectionString =>
        Store.IndexOf(':', StringComparison.Ordinal) >= 2 ? Store : $"file:{Store.Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal)}";

    internal string? Stream { get; private init; }

    internal double Speed { get; private init; }

    internal bool Json { get; private init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It does not follow <see cref="Usage"/>.</exception>
    internal static Arguments Parse(string[] args)
    {
        var arguments = new Arguments();
        for (int i = 0; i < args.Length; i++)
        {
            arguments = args[i] switch
            {
                "--json" => arguments with { Json = true },
                "--store" => arguments with { Store = Value(args, ref i) },
                "--stream" => arguments with { Stream = Value(args, ref i) },
                "--speed" => arguments with { Speed = Number(Value(args, ref i)) },
                ['-', _, ..] => throw new FormatException($"Unknown option {args[i]}."),
                _ when arguments.File is not null => throw new FormatException("More than one file."),
                _ => arguments with { File = args[i] },
            };
        }

        return arguments;
    }

    private static string Value(string[] args, ref int index) =>
        ++index < args.Length ? args[index] : throw new FormatException($"{args[index - 1]} needs a value.");

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= 0 && double.IsFinite(number)
            ? number
            : throw new FormatException($"'{text}' is no speed; 0 is at once, 1 real time, 10 ten times as fast.");
}
