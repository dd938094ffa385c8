using System.Globalization;

namespace Daybook;

/// <summary>One way of folding a stream.</summary>
/// <param name="Name">The way, in words.</param>
/// <param name="Culture">The culture to fold under; null for the one that is there.</param>
internal sealed record FoldVariant(string Name, CultureInfo? Culture = null)
{
    /// <summary>After how many events the state is written and read back; 0 for never.</summary>
    internal long RestoreEvery { get; init; }

    /// <summary>A state to start from instead of the stream's start.</summary>
    internal byte[]? Snapshot { get; init; }

    /// <summary>The version of <see cref="Snapshot"/>.</summary>
    internal long SnapshotVersion { get; init; }
}
