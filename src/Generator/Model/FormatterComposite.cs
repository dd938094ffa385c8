namespace Daybook.Generator.Model;

/// <summary>A type that is recorded as another one.</summary>
internal sealed record FormatterComposite : Composite
{
    /// <summary>The formatter as code writes it.</summary>
    public required string Formatter { get; init; }

    /// <summary>What is recorded.</summary>
    public required WireValue Wire { get; init; }
}
