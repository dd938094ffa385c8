using System.Text.RegularExpressions;

namespace Daybook.Tests.Package;

/// <summary>The program that the README shows first.</summary>
internal static partial class Readme
{
    public const string Output = "1: sku-1\n";

    /// <summary>Its two blocks in the order that the language wants: usings, statements, types.</summary>
    public static string Program { get; } = Read();

    private static string Read()
    {
        string[] blocks = [.. Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Select(match => match.Groups[1].Value)];
        int types = blocks[0].IndexOf("\n\n", StringComparison.Ordinal);
        return blocks[0][..types] + "\n" + blocks[1] + blocks[0][types..];
    }

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
