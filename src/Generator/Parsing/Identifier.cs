using Microsoft.CodeAnalysis.CSharp;

namespace Daybook.Generator.Parsing;

/// <summary>Names as C# writes them.</summary>
internal static class Identifier
{
    private static readonly HashSet<string> Taken = ["value", "reader", "writer", "count", "index", "initial", "empty"];

    /// <summary>The name, behind @ where it is a word of the language.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A parameter or local for a member, different from those that stand in <paramref name="used"/> already.</summary>
    public static string ForLocal(string member, HashSet<string> used)
    {
        string name = ToCamelCase(member);
        while (Taken.Contains(name) || !used.Add(name))
        {
            name += "_";
        }

        return Escape(name);
    }

    /// <summary>A parameter for a member.</summary>
    public static string ForParameter(string member, HashSet<string> used)
    {
        string name = ToCamelCase(member);
        while (!used.Add(name))
        {
            name += "_";
        }

        return Escape(name);
    }

    private static string ToCamelCase(string name) =>
        name.Length > 0 && char.IsUpper(name[0]) ? char.ToLowerInvariant(name[0]) + name.Substring(1) : name;
}
