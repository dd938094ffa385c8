using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

internal static partial class Rules
{
    public static readonly DiagnosticDescriptor UnknownPeer = Create(
        RuleIds.UnknownPeer,
        "Formatters are written for MessagePack-CSharp 3.x",
        "No formatters for events and states are written, since {0} is not MessagePack-CSharp 3.x; reference that, or go on without if only Daybook reads and writes them",
        InteropCategory,
        DiagnosticSeverity.Info,
        WellKnownDiagnosticTags.CompilationEnd);

    private const string InteropCategory = "Daybook.Interop";
}
