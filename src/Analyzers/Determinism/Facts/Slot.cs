namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>What of a body a fact is about: what happens when it runs, or what happens to one of the objects it is given.</summary>
internal static class Slot
{
    /// <summary>Running it.</summary>
    public const int Run = -1;

    /// <summary>The object it is called on; parameters count from 0.</summary>
    public const int Receiver = -2;
}
