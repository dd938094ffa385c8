namespace Daybook;

/// <summary>What is wrong with a chained stream.</summary>
public enum IntegrityProblemKind
{
    /// <summary>An event, or the hash beside it, is not what was recorded.</summary>
    Changed,

    /// <summary>Events are gone that nobody has truncated.</summary>
    Missing,

    /// <summary>An event was put in that was not recorded there.</summary>
    PutIn,

    /// <summary>The events agree with each other, but not with the stream's head.</summary>
    HeadMismatch,

    /// <summary>A redacted event is not the one that was recorded when it was redacted.</summary>
    UnrecordedRedaction,

    /// <summary>The stream is gone without a tombstone, or another one stands in its place.</summary>
    Deleted,

    /// <summary>The store has no record of the anchor, or not the one that it was made of.</summary>
    UnknownAnchor,

    /// <summary>The store cannot read an event.</summary>
    Unreadable,
}
