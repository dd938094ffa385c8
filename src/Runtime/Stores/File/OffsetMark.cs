using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>A group by its first offset.</summary>
/// <param name="Offset">The offset of its first event.</param>
/// <param name="Position">Where it starts in the segment.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OffsetMark(long Offset, int Position);
