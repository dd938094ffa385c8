using System.Reflection;
using System.Text.RegularExpressions;

namespace Daybook.Tests;

/// <summary>The code blocks of a document and the tests that are their counterparts. The documents are not part of this repository.</summary>
internal static partial class CodeBlocks
{
    /// <summary>Requires a test for every block of a document, named after its heading, in the classes under a namespace.</summary>
    internal static void RequireTests(string document, string tests)
    {
        string file = Path.Combine(Repository.Root, "..", "shared", "seeds", document);
        Assert.SkipUnless(File.Exists(file), $"{document} is not here.");
        string[] headings = [.. HeadingsOfBlocks(File.ReadLines(file))];
        Dictionary<int, string> named = typeof(CodeBlocks).Assembly.GetTypes()
            .Where(type => $"{type.Namespace}.".StartsWith($"{tests}.", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<CodeBlockAttribute>() is not null && method.GetCustomAttribute<FactAttribute>() is { Skip: null })
            .ToDictionary(method => method.GetCustomAttribute<CodeBlockAttribute>()!.Number, method => method.Name);

        Assert.NotEmpty(headings);
        Assert.Equal(Enumerable.Range(1, headings.Length), named.Keys.Order());
        Assert.All(headings.Index(), block => Assert.StartsWith(block.Item, named[block.Index + 1], StringComparison.OrdinalIgnoreCase));
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
