using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Sources with the expected diagnostics in them: <c>{|DAY1000:Opened|}</c>; one may stand inside of another.</summary>
internal static partial class Markup
{
    public static (string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected) Parse(string markup)
    {
        var expected = new List<(string Id, TextSpan Span)>();
        var open = new Stack<int>();
        var source = new StringBuilder();
        int read = 0;
        foreach (Match match in Edge().Matches(markup))
        {
            source.Append(markup, read, match.Index - read);
            read = match.Index;
            if (match.Groups[1].Success)
            {
                open.Push(expected.Count);
                expected.Add((match.Groups[1].Value, new(source.Length, 0)));
                read += match.Length;
            }
            else if (open.TryPop(out int index))
            {
                expected[index] = (expected[index].Id, TextSpan.FromBounds(expected[index].Span.Start, source.Length));
                read += match.Length;
            }
        }

        return (source.Append(markup, read, markup.Length - read).ToString(), expected);
    }

    [GeneratedRegex(@"\{\|(DAY\d+):|\|\}")]
    private static partial Regex Edge();
}
