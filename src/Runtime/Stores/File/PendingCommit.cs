using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>What becomes visible once a group is durable.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its version then.</param>
/// <param name="Timestamp">Its last event's stamp then.</param>
/// <param name="Chain">Its chain then.</param>
/// <param name="Change">What else happens to it; null for an append.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PendingCommit(LiveStream Stream, long Version, long Timestamp, StreamChain? Chain, StreamChange? Change);
