using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>What messages about determinism are put together of reads as a sentence: "it" and a verb, "use" and a noun.</summary>
internal static partial class Sentence
{
    private static readonly HashSet<string> Verbs =
    [
        "adds", "adjusts", "asks", "belongs", "calls", "cancels", "changes", "comes", "compares", "converts", "counts", "decides", "depends", "differs", "does", "ends",
        "finds", "fires", "follows", "forgets", "gives", "has", "ignores", "is", "joins", "keeps", "leads", "leaves", "lives", "loads", "logs", "makes", "may", "measures", "numbers",
        "orders", "pads", "puts", "reaches", "reads", "returns", "runs", "says", "shares", "signs", "sorts", "stops", "takes", "tells", "throws", "waits", "works", "writes",
    ];

    /// <summary>Holds that a message is one, if it is about what is not deterministic.</summary>
    public static void Check(Diagnostic diagnostic)
    {
        string text = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Match message = Message().Match(text);

        // What authors write into attributes is theirs.
        if (message.Success && message.Groups["kind"].Value != "ANNOTATED")
        {
            Assert.True(IsReason(message.Groups["reason"].Value), text);
            Assert.True(!message.Groups["replacement"].Success || IsReplacement(message.Groups["replacement"].Value), text);
        }
    }

    /// <summary>Whether a text can stand behind "it".</summary>
    public static bool IsReason(string text) => Verbs.Contains(text.Split(' ')[0]);

    /// <summary>Whether a text can stand behind "use": a thing, or a name.</summary>
    public static bool IsReplacement(string text) => Thing().IsMatch(text);

    [GeneratedRegex("^'.*' is not deterministic \\((?<kind>[A-Z]+)\\): it (?<reason>.*?)(?:; use (?<replacement>.*?))?; path: ", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Message();

    [GeneratedRegex("^(?:(?:an?|the|what|new|safe) |[A-Z]|decimal|nameof|string\\.|1 /|['\"])", RegexOptions.ExplicitCapture)]
    private static partial Regex Thing();
}
