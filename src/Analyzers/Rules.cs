using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

/// <summary>The descriptors of all rules.</summary>
internal static partial class Rules
{
    private static DiagnosticDescriptor Create(string id, string title, string message, params string[] tags) =>
        new(id, title, message, "Daybook.Shape", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RuleIds.HelpLink(id), customTags: tags);
}
