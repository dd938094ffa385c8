using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Where the parser says why it declines something. The generator listens to none of it; the analyzers report it.</summary>
internal interface IDiagnosticSink
{
    void Report(ShapeProblem problem, Location? location, params string[] arguments);
}
