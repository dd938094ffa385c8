using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>
/// Sources with the expected diagnostics in them: <c>{|DAY1000:Opened|}</c>, also one in another. A letter after the number says a severity that is
/// not the rule's own: <c>{|DAY2050i:x|}</c> is an info. Errors of the compiler are named as well.
/// </summary>
internal static partial class Markup
{
    private const string End = "|}";

    public static (string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected) Parse(string markup)
    {
        var expected = new List<(string Id, TextSpan Span)>();
        var open = new Stack<(string Id, int Start)>();
        var source = new StringBuilder(markup.Length);
        for (int index = 0; index < markup.Length;)
        {
            if (Start().Match(markup, index) is { Success: true } start)
            {
                open.Push((start.Groups[1].Value, source.Length));
                index += start.Length;
            }
            else if (open.Count > 0 && string.CompareOrdinal(markup, index, End, 0, End.Length) == 0)
            {
                (string id, int from) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(from, source.Length)));
                index += End.Length;
            }
            else
            {
                source.Append(markup[index++]);
            }
        }

        Assert.Empty(open);
        return (source.ToString(), expected);
    }

    /// <summary>A diagnostic as markup names it.</summary>
    public static string Name(Diagnostic diagnostic) =>
        diagnostic.Severity == diagnostic.DefaultSeverity ? diagnostic.Id : diagnostic.Id + char.ToLowerInvariant(diagnostic.Severity.ToString()[0]);

    [GeneratedRegex(@"\G\{\|(DAY\d+[ewih]?|CS\d+):")]
    private static partial Regex Start();
}
