using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Remembers whether anything of one declaration was declined: then nothing is generated for it.</summary>
internal sealed class DeclarationSink(IDiagnosticSink sink)
{
    public bool HasDeclined { get; private set; }

    public void Report(ShapeProblem problem, Location? location, params string[] arguments)
    {
        HasDeclined = true;
        sink.Report(problem, location, arguments);
    }

    /// <summary>Declines what the compiler itself reports as an error.</summary>
    public void Decline() => HasDeclined = true;
}
