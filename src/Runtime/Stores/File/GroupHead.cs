using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>What stands in a group before its events.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GroupHead
{
    internal required int Kind { get; init; }

    internal required int Slot { get; init; }

    /// <summary>Of an append the first sequence, of a deletion the version.</summary>
    internal required long Sequence { get; init; }

    internal long Offset { get; init; }

    internal long Timestamp { get; init; }

    internal bool HasMetadata { get; init; }
}
