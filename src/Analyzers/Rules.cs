using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

/// <summary>The descriptors of all rules.</summary>
internal static partial class Rules
{
    /// <summary>The rule for a problem of the parser's.</summary>
    public static DiagnosticDescriptor Of(ShapeProblem problem) =>
        Shape.TryGetValue(problem, out DiagnosticDescriptor? rule) || Members.TryGetValue(problem, out rule) ? rule : Versions[problem];

    /// <summary>Whether a rule needs all declarations of a compilation.</summary>
    public static bool IsForEnd(DiagnosticDescriptor rule) => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd, StringComparer.Ordinal);

    public static DiagnosticDescriptor Create(string id, string title, string messageFormat, string category, DiagnosticSeverity defaultSeverity, params string[] customTags) =>
        new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(id), customTags: customTags);
}
