using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>How far an append has come under the lock.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct AppendTicket
{
    /// <summary>Where the events stand once they are durable.</summary>
    internal AppendResult Result { get; set; }

    /// <summary>Whether there is anything to wait for; false for a deletion of nothing.</summary>
    internal bool IsPlaced { get; set; }

    /// <summary>Whether the caller has to run the flush.</summary>
    internal FlushBatch? Leads { get; set; }

    /// <summary>What to wait for when somebody else runs the flush.</summary>
    internal Task? Wait { get; set; }

    /// <summary>The size of the segment that must be prepared before the append is tried again; 0 for none.</summary>
    internal long NeedsSegment { get; set; }

    /// <summary>What to throw once the wait is over.</summary>
    internal Exception? Refusal { get; set; }
}
