using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Hears nothing.</summary>
internal sealed class NullSink : IDiagnosticSink
{
    public static NullSink Instance { get; } = new();

    public void Report(ShapeProblem problem, Location? location, params string[] arguments)
    {
    }
}
