using System.Globalization;

namespace RecordChat;

/// <summary>What the command line says.</summary>
internal sealed record Arguments
{
    internal const string Usage = """
        Usage: RecordChat [FILE|-] [--store DIR|CONNECTION] [--stream ID] [--speed N] [--json]
               RecordChat --endpoint URL [--model NAME] [--key-variable NAME] [PROMPT|-] [--store …] [--stream …] [--speed …] [--json]
        """;

    private const string UsualKeyVariable = "OPENAI_API_KEY";

    /// <summary>The file to record, or the prompt to send: <c>-</c> for standard input; null for the response that comes with the program, or a prompt on standard input.</summary>
    internal string? Input { get; private init; }

    /// <summary>Where a model is asked, in the form of OpenAI chat completions; null to read a saved response.</summary>
    internal Uri? Endpoint { get; private init; }

    internal string? Model { get; private init; }

    /// <summary>The environment variable that holds the key: a command line is seen by others, and kept.</summary>
    internal string? KeyVariable { get; private init; }

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
                "--endpoint" => arguments with { Endpoint = Address(Value(args, ref i)) },
                "--model" => arguments with { Model = Value(args, ref i) },
                "--key-variable" => arguments with { KeyVariable = Value(args, ref i) },
                "--speed" => arguments with { Speed = Number(Value(args, ref i)) },
                ['-', _, ..] => throw new FormatException($"Unknown option {args[i]}."),
                _ when arguments.Input is not null => throw new FormatException("More than one file or prompt."),
                _ => arguments with { Input = args[i] },
            };
        }

        return arguments is { Endpoint: null, Model: not null } or { Endpoint: null, KeyVariable: not null }
            ? throw new FormatException("--model and --key-variable go with --endpoint.")
            : arguments;
    }

    /// <summary>Reads the key for the endpoint; null when it wants none, as a server on this machine.</summary>
    /// <exception cref="FormatException">The variable that was named is not set, or the key would be seen on its way.</exception>
    internal string? ReadKey()
    {
        string? key = Environment.GetEnvironmentVariable(KeyVariable ?? UsualKeyVariable)?.Trim();
        return string.IsNullOrEmpty(key) ? KeyVariable is null ? null : throw new FormatException($"The environment variable {KeyVariable} is not set.")
            : Endpoint is { Scheme: "https" } or { IsLoopback: true } ? key
            : throw new FormatException($"The key in {KeyVariable ?? UsualKeyVariable} goes to https only, or to this machine; ask without it, or over https.");
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" ? address : throw new FormatException($"'{text}' is no http address.");

    private static string Value(string[] args, ref int index) =>
        ++index < args.Length ? args[index] : throw new FormatException($"{args[index - 1]} needs a value.");

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= 0 && double.IsFinite(number)
            ? number
            : throw new FormatException($"'{text}' is no speed; 0 is at once, 1 real time, 10 ten times as fast.");
}
