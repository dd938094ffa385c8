using System.Runtime.InteropServices;

namespace Daybook.Stores.Sqlite;

/// <summary>A stream's row, as far as writing needs it.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct StreamHead
{
    /// <summary>The row's number; 0 when there is no stream.</summary>
    internal long Number { get; set; }

    internal long Version { get; set; }

    internal long FirstSequence { get; set; }

    /// <summary>The number of the category; 0 for none.</summary>
    internal long Category { get; set; }

    internal long FirstTimestamp { get; set; }

    internal long LastTimestamp { get; set; }

    internal EventId Incarnation { get; set; }

    /// <summary>The greatest UUIDv7 of all events ever; empty for none.</summary>
    internal EventId GreatestId { get; set; }

    /// <summary>Whether some event's id was no UUIDv7.</summary>
    internal bool HasOtherIds { get; set; }

    internal ChainHash? HashBefore { get; set; }

    internal ChainHash? Hash { get; set; }

    internal readonly bool Exists => Number != 0;

    /// <summary>Whether no event can have this id, so that nobody need look.</summary>
    internal readonly bool IsPlainlyNew(EventId id) => id.Version == 7 ? id > GreatestId : !HasOtherIds;

    /// <summary>Takes note of an event at the end.</summary>
    internal void Add(in PendingEvent pending)
    {
        Version++;
        LastTimestamp = pending.TimestampTicks;
        if (pending.Id.Version != 7)
        {
            HasOtherIds = true;
        }
        else if (pending.Id > GreatestId)
        {
            GreatestId = pending.Id;
        }
    }
}
