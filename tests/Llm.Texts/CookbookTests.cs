using System.Text.RegularExpressions;

namespace Daybook.Tests.Llm.Texts;

/// <summary>The snippets of the cookbook are those of the tests that it names.</summary>
public sealed partial class CookbookTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cookbook.md")).ReplaceLineEndings("\n");

    public static TheoryData<string, string, string> Snippets =>
        new(Snippet().Matches(Page).Select(match => (match.Groups["class"].Value, match.Groups["method"].Value, match.Groups["code"].Value)));

    [Fact]
    public void Every_snippet_names_its_test() => Assert.Equal(Regex.Count(Page, "^```csharp", RegexOptions.Multiline), Snippets.Count);

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_stands_in_its_test(string testClass, string method, string code)
    {
        string file = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Llm.Texts"), testClass + ".cs", SearchOption.AllDirectories).Single();
        string source = File.ReadAllText(file).ReplaceLineEndings("\n");
        string body = Regex.Match(source, $@"public \S+ \S* ?{method}\(\)\n    \{{\n(.*?)\n    \}}\n", RegexOptions.Singleline).Groups[1].Value;
        Queue<string> lines = new(AsInThePage(body).Split('\n').Select(line => line.Trim()));
        foreach (string line in code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            // The page leaves out comments and assertions.
            bool isThere = false;
            while (!isThere && lines.TryDequeue(out string? next))
            {
                isThere = next == line;
            }

            Assert.True(isThere, $"{testClass}.{method} has no line, or not in this order: {line}");
        }
    }

    /// <summary>Tests print to a text and write to a directory that goes away.</summary>
    private static string AsInThePage(string body) =>
        Local().Replace(Printing().Replace(body, "Console.$1("), "\"./$1\"").Replace("Console.Print(", "Console.WriteLine(", StringComparison.Ordinal);

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```\nShown by `(?<class>\w+)\.(?<method>\w+)`$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"(?<![\w.])(Print|Write)\(")]
    private static partial Regex Printing();

    [GeneratedRegex("""(?<!\w)Local\("([^"]*)"\)""")]
    private static partial Regex Local();
}
