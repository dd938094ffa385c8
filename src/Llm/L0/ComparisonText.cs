using System.Globalization;
using System.Text;
using Daybook.Schema;

namespace Daybook.Llm;

/// <summary>Writes differences as the two L0s do.</summary>
internal readonly struct ComparisonText(ComparisonFormat format)
{
    private const int LongestBeginning = 50;

    // What the two compare, in their order; what they do not compare comes behind.
    private static readonly string[] Python =
    [
        nameof(LlmState.Content), nameof(LlmState.TokenCount), nameof(LlmState.Checkpoint), nameof(LlmState.Completed), nameof(LlmState.DriftDetected), nameof(LlmState.RetryAttempts),
        nameof(LlmState.NetworkRetryCount), nameof(LlmState.FallbackIndex), nameof(LlmState.Violations), nameof(LlmState.Error), nameof(LlmState.StartedAt), nameof(LlmState.EndedAt),
    ];

    private static readonly string[] TypeScript =
    [
        nameof(LlmState.Content), nameof(LlmState.TokenCount), nameof(LlmState.Completed), nameof(LlmState.RetryAttempts), nameof(LlmState.FallbackIndex), nameof(LlmState.Violations),
        nameof(LlmState.DriftDetected),
    ];

    private char Quote => format.DoubleQuotes ? '"' : '\'';

    internal IEnumerable<string> Of(IEnumerable<PayloadDifference> differences, LlmState before, LlmState after)
    {
        ComparisonText text = this;
        return differences.OrderBy(difference => text.Rank(difference.Path)).Select(difference => text.Of(difference, before, after)).Distinct(StringComparer.Ordinal);
    }

    private string Of(PayloadDifference difference, LlmState before, LlmState after) => difference.Path switch
    {
        nameof(LlmState.Content) => $"content: {Beginning(before.Content.Span)} vs {Beginning(after.Content.Span)}",
        nameof(LlmState.StartedAt) => $"{Name("StartTs")}: {Milliseconds(before.StartedAt)} vs {Milliseconds(after.StartedAt)}",
        nameof(LlmState.EndedAt) => $"{Name("EndTs")}: {Milliseconds(before.EndedAt)} vs {Milliseconds(after.EndedAt)}",
        nameof(LlmState.Error) or "Error.Name" or "Error.Message" => $"error: {Error(before.Error)} vs {Error(after.Error)}",
        var path => $"{Name(path)}: {Value(difference.Left)} vs {Value(difference.Right)}",
    };

    private int Rank(string path)
    {
        int end = path.AsSpan().IndexOfAny('.', '[');
        string[] order = format.IsPython ? Python : TypeScript;
        int rank = Array.IndexOf(order, end < 0 ? path : path[..end]);
        return rank < 0 ? order.Length : rank;
    }

    private string Beginning(ReadOnlySpan<char> text)
    {
        int length = Math.Min(text.Length, LongestBeginning);
        ReadOnlySpan<char> beginning = text[..(length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
        return Quoted($"{beginning}...");
    }

    // Since 1970; 0 where there is no time.
    private string Milliseconds(DateTimeOffset? time) => ((decimal)((time ?? DateTimeOffset.UnixEpoch) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond)
        .ToString(format.IsPython ? "0.0###" : "0.####", CultureInfo.InvariantCulture);

    private string Error(LlmError? error) => error is null ? Value("null") : $"{error.Name}({Quoted(error.Message)})";

    // A path is names, indexes in brackets and dots between them.
    private string Name(string path)
    {
        var text = new StringBuilder();
        for (int i = 0; i < path.Length; i++)
        {
            bool startsName = i == 0 || path[i - 1] == '.';
            if (format.IsPython && char.IsAsciiLetterUpper(path[i]) && !startsName)
            {
                _ = text.Append('_');
            }

            _ = text.Append(format.IsPython || startsName ? char.ToLowerInvariant(path[i]) : path[i]);
        }

        return text.ToString();
    }

    private string Value(string value) => value switch
    {
        ['"', .. var inner, '"'] => Quoted(inner.Replace("\\\"", "\"", StringComparison.Ordinal)),
        "true" when format.IsPython => "True",
        "false" when format.IsPython => "False",
        "null" when format.IsPython => "None",
        _ => value,
    };

    private string Quoted(string text) => $"{Quote}{text.Replace($"{Quote}", $"\\{Quote}", StringComparison.Ordinal)}{Quote}";
}
