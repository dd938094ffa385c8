using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>A redacted event as a verification met it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RedactedPlace(string StreamId, EventId Incarnation, long Sequence, ChainHash PayloadHash);
