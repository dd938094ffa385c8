using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>Where a group of a stream starts.</summary>
/// <param name="Position">The position in the segment.</param>
/// <param name="Sequence">The group's first sequence, counted from the stream's first one in the segment.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GroupMark(int Position, int Sequence);
