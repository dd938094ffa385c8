using Daybook.Schema;

namespace Daybook;

/// <summary>
/// An event was recorded with free-form data where the record that is declared for its type has a member of its own: as an event that nobody had
/// declared. Its bytes would be read as something that they are not.
/// </summary>
public sealed class EventLayoutException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="recorded">The schema that the event was recorded with.</param>
    /// <param name="declared">The schema of the record that is declared for its type.</param>
    public EventLayoutException(RecordSchema recorded, RecordSchema declared)
        : base(MessageOf(recorded, declared))
    {
        Recorded = recorded;
        Declared = declared;
    }

    /// <summary>The event's type.</summary>
    public EventType EventType => new(Recorded.Name, Recorded.Version);

    /// <summary>The schema that the event was recorded with.</summary>
    public RecordSchema Recorded { get; }

    /// <summary>The schema of the record that is declared for its type.</summary>
    public RecordSchema Declared { get; }

    private static string MessageOf(RecordSchema recorded, RecordSchema declared)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(declared);
        return $"{new EventType(recorded.Name, recorded.Version)} was recorded as '{recorded.Text}', and is declared as '{declared.Text}', which cannot read that. "
            + $"Give your record the next Version, declare what was recorded as version {recorded.Version}, and write an upcaster between the two (docs/versions.md).";
    }
}
