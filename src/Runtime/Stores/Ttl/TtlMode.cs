namespace Daybook;

/// <summary>What expires.</summary>
public enum TtlMode
{
    /// <summary>
    /// Streams: one whose newest event is expired does not exist. It is not listed and not read, <see cref="ExpectedVersion.NoStream"/>
    /// holds, and the next append starts again at sequence 0.
    /// </summary>
    Streams,

    /// <summary>
    /// Events, each for itself: readers do not see expired ones; sequences and versions stay. A fold to a state is refused as that of a
    /// truncated stream is, unless a snapshot covers what is gone, or <see cref="LoadOptions.AllowPartial"/> asks for it.
    /// </summary>
    Events,
}
