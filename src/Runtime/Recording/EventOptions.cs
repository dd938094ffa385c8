using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>What one event of a batch has of its own. The default says nothing: the batch's settings hold.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EventOptions
{
    /// <summary>The event's id, for a batch that may be repeated; the recorder makes one when it is empty.</summary>
    public EventId EventId { get; init; }

    /// <summary>The metadata, in place of the batch's.</summary>
    public EventMetadata? Metadata { get; init; }

    /// <summary>When the event happened, in place of now; kept as UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
