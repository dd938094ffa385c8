using Daybook.Analyzers.Determinism;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Determinism;

/// <summary>How bad each kind is: markup names the severity only where it is another one.</summary>
public class SeverityTests
{
    [Fact]
    public void Kinds_are_warnings_but_for_a_few() => Assert.Equal(
        ["DAY2070 Error", "DAY2170 Info", "DAY2210 Info", "DAY2220 Info", "DAY2900 Info"],
        new DeterminismAnalyzer().SupportedDiagnostics
            .Where(rule => rule.DefaultSeverity != DiagnosticSeverity.Warning)
            .Select(rule => $"{rule.Id} {rule.DefaultSeverity}")
            .Distinct()
            .Order(StringComparer.Ordinal));
}
