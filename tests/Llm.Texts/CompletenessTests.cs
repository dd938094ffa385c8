using System.Reflection;
using System.Text.RegularExpressions;

namespace Daybook.Tests.Llm.Texts;

/// <summary>Every code block of the documents has a test, which is named after its heading. The documents are not part of this repository.</summary>
public sealed partial class CompletenessTests
{
    [Theory]
    [InlineData("l0-python.md", "Python")]
    [InlineData("l0-typescript.md", "TypeScript")]
    public void Every_code_block_has_a_test_of_its_name(string document, string classes)
    {
        string file = Path.Combine(Repository.Root, "..", "shared", "seeds", document);
        Assert.SkipUnless(File.Exists(file), $"{document} is not here.");
        string[] headings = [.. HeadingsOfBlocks(File.ReadLines(file))];
        Dictionary<int, string> tests = typeof(CompletenessTests).Assembly.GetTypes()
            .Where(type => type.Namespace == $"{typeof(CompletenessTests).Namespace}.{classes}")
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<CodeBlockAttribute>() is not null && method.GetCustomAttribute<FactAttribute>() is { Skip: null })
            .ToDictionary(method => method.GetCustomAttribute<CodeBlockAttribute>()!.Number, method => method.Name);

        Assert.NotEmpty(headings);
        Assert.Equal(Enumerable.Range(1, headings.Length), tests.Keys.Order());
        Assert.All(headings.Index(), block => Assert.StartsWith(block.Item, tests[block.Index + 1], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The heading over each block, as a test can be named: without its number, and with a line for whatever is no letter.</summary>
    private static IEnumerable<string> HeadingsOfBlocks(IEnumerable<string> lines)
    {
        string heading = "";
        bool isInBlock = false;
        foreach (string line in lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isInBlock = !isInBlock;
                if (isInBlock)
                {
                    yield return heading;
                }
            }
            else if (!isInBlock && Heading().Match(line) is { Success: true } match)
            {
                heading = NoLetters().Replace(match.Groups["words"].Value, "_");
            }
        }
    }

    [GeneratedRegex(@"^#+ (\d+\. )?(?<words>.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^A-Za-z0-9]+")]
    private static partial Regex NoLetters();
}
