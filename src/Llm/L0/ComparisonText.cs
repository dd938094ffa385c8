using System.Text;
using Daybook.Schema;

namespace Daybook.Llm;

/// <summary>Writes differences as the two L0s do.</summary>
internal readonly struct ComparisonText(ComparisonFormat format)
{
    private const int LongestBeginning = 50;

    private char Quote => format.DoubleQuotes ? '"' : '\'';

    /// <summary>A difference of two long texts: their beginnings, each with three dots behind it.</summary>
    internal string Beginnings(string path, ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        $"{Name(path)}: {Quoted($"{Beginning(left)}...")} vs {Quoted($"{Beginning(right)}...")}";

    internal string Of(PayloadDifference difference) => $"{Name(difference.Path)}: {Value(difference.Left)} vs {Value(difference.Right)}";

    private static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> text)
    {
        int length = Math.Min(text.Length, LongestBeginning);
        return text[..(length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

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
