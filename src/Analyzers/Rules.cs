using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

/// <summary>The descriptors of all rules.</summary>
internal static partial class Rules
{
    public static DiagnosticDescriptor Create(string id, string title, string messageFormat, string category, DiagnosticSeverity defaultSeverity, params string[] customTags) =>
        new(id, title, messageFormat, category, defaultSeverity, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(id), customTags: customTags);
}
