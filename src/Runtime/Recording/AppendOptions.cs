using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>How one call of a recorder appends. The default says nothing: the recorder's own settings hold.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AppendOptions
{
    /// <summary>The event's id, for a call that may be repeated; the recorder makes one when it is empty.</summary>
    public EventId EventId { get; init; }

    /// <summary>What is expected of the stream's version.</summary>
    public ExpectedVersion ExpectedVersion { get; init; }

    /// <summary>The metadata, in place of the recorder's.</summary>
    public EventMetadata? Metadata { get; init; }

    /// <summary>When the event happened, in place of now; kept as UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>What the append must survive before it is acknowledged.</summary>
    public Durability Durability { get; init; }
}
