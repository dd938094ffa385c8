using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Shape;

/// <summary>Turns the parser's problems into diagnostics.</summary>
internal sealed class ReportingSink(Action<Diagnostic> report) : IDiagnosticSink
{
    public void Report(ShapeProblem problem, Location? location, params string[] arguments) =>
        report(Diagnostic.Create(Rules.Of(problem), location, arguments));
}
