using System.Runtime.InteropServices;

namespace Daybook.Stores.Sqlite;

/// <summary>What a page says of its stream.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreamPosition(long Number, long Version, long FirstSequence, EventId Incarnation);
