using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Says at the place of a use what is wrong with a type that cannot be blamed where it stands.</summary>
internal sealed class RelocatingSink(DeclarationSink sink, Location? use) : IDiagnosticSink
{
    public void Report(ShapeProblem problem, Location? location, params string[] arguments) => sink.Report(problem, use, arguments);
}
