using System.Globalization;

namespace Daybook;

/// <summary>What a verification found first.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="Sequence">The event where it shows; -1 where it is no single one.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">The same in words.</param>
public sealed record IntegrityProblem(string StreamId, long Sequence, IntegrityProblemKind Kind, string Message)
{
    /// <summary>The problem in one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Sequence < 0
        ? $"Stream '{StreamId}': {Message}"
        : string.Create(CultureInfo.InvariantCulture, $"Stream '{StreamId}', sequence {Sequence}: {Message}");
}
