using System.Collections.Immutable;
using Daybook.Analyzers.Shape;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Daybook.Compiler.Tests.TestKit;

/// <summary>Every analyzer of the package.</summary>
internal static class AllAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Create() =>
    [
        .. typeof(DuplicateEventNameAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
