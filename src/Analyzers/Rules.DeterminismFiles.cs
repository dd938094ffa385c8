using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor UnreadableDeterminismLine = Create(
        RuleIds.UnreadableDeterminismLine,
        "Determinism files are read line by line",
        "This line is passed over: {0}",
        "Daybook.Determinism",
        DiagnosticSeverity.Warning);
}
