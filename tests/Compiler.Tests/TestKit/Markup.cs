using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Sources with the expected diagnostics in them: <c>{|DAY1000:Opened|}</c>.</summary>
internal static partial class Markup
{
    public static (string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected) Parse(string markup)
    {
        var expected = new List<(string Id, TextSpan Span)>();
        int removed = 0;
        string source = Expectation().Replace(markup, match =>
        {
            expected.Add((match.Groups[1].Value, new(match.Index - removed, match.Groups[2].Length)));
            removed += match.Length - match.Groups[2].Length;
            return match.Groups[2].Value;
        });
        return (source, expected);
    }

    [GeneratedRegex(@"\{\|(DAY\d+):(.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Expectation();
}
