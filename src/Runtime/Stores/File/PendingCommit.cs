using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>What becomes visible once a group is durable.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its version then.</param>
/// <param name="Timestamp">Its last event's stamp then.</param>
/// <param name="IsDeletion">Whether the stream is gone then.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingCommit(LiveStream Stream, long Version, long Timestamp, bool IsDeletion);
