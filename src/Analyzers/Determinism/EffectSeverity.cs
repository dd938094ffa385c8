namespace Daybook.Analyzers.Determinism;

/// <summary>How bad it is that something is reached.</summary>
internal enum EffectSeverity
{
    Info,
    Warning,
    Error,
}
