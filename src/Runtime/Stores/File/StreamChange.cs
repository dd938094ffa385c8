namespace Daybook.Stores;

/// <summary>What a group does to a stream besides making it longer.</summary>
internal sealed record StreamChange
{
    internal bool IsDeletion { get; init; }

    /// <summary>Of a truncation the first sequence that is kept.</summary>
    internal long? FirstSequence { get; init; }

    internal Replacement? Replacement { get; init; }
}
