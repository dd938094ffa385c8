using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>What stands in a group before its events.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GroupHead
{
    internal required int Kind { get; init; }

    /// <summary>The stream; -1 when the group is about none.</summary>
    internal required int Slot { get; init; }

    /// <summary>Of an append the first sequence, of a deletion the version, of a truncation the first sequence kept, of a replacement its event's.</summary>
    internal required long Sequence { get; init; }

    /// <summary>Of an append the first offset, of a replacement its event's.</summary>
    internal long Offset { get; init; }

    internal long Timestamp { get; init; }

    internal bool HasMetadata { get; init; }
}
