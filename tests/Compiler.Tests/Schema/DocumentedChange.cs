using System.Reflection;
using System.Text.RegularExpressions;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>An example of docs/schema-changes.md.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Before">The sources that were accepted.</param>
/// <param name="After">The sources that are compared with that.</param>
/// <param name="LockLines">The schema file, where the page shows it.</param>
/// <param name="Message">The message.</param>
/// <param name="Fix">The title of the fix.</param>
public sealed partial record DocumentedChange(string Title, string Before, string After, string? LockLines, string Message, string Fix)
{
    public static string Page { get; } = File.ReadAllText(Path.Combine(
        typeof(DocumentedChange).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!, "docs", "schema-changes.md"));

    public static IReadOnlyList<DocumentedChange> All { get; } = [.. Page.Split("\n### ").Skip(1).Select(Read)];

    /// <summary>The line with the token that is to blame, the token's place in it, and the rule: from the carets below it.</summary>
    public (string Line, int Column, int Length, string Id) Expected
    {
        get
        {
            string[] lines = (LockLines ?? After).Split('\n');
            int index = Array.FindIndex(lines, line => Carets().IsMatch(line));
            Match match = Carets().Match(lines[index]);
            return LockLines is null
                ? (lines[index - 1], match.Groups[1].Index, match.Groups[1].Length, match.Groups[2].Value)
                : (lines[index - 1], 0, lines[index - 1].Length, match.Groups[2].Value);
        }
    }

    public override string ToString() => Title;

    private static DocumentedChange Read(string section)
    {
        string[] blocks = [.. CodeBlocks().Matches(section).Select(match => match.Groups[1].Value)];
        return new(
            section[..section.IndexOf('\n')],
            blocks[0],
            blocks[1],
            blocks.ElementAtOrDefault(2),
            Messages().Match(section).Groups[1].Value,
            Fixes().Match(section).Groups[1].Value);
    }

    [GeneratedRegex(@"```\w+\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlocks();

    [GeneratedRegex(@"^> (.*)$", RegexOptions.Multiline)]
    private static partial Regex Messages();

    [GeneratedRegex(@"^Fix: \*(.*)\*$", RegexOptions.Multiline)]
    private static partial Regex Fixes();

    [GeneratedRegex(@"^(?://|#) *(\^+) (DAY\d+)$")]
    private static partial Regex Carets();
}
