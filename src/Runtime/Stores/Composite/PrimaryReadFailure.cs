namespace Daybook;

/// <summary>What a composite store does when its primary cannot be read.</summary>
public enum PrimaryReadFailure
{
    /// <summary>It throws what the primary has thrown.</summary>
    Throw,

    /// <summary>
    /// It reads a secondary that is not known to lag there. Only streams, what is known of them, and their listing: offsets are each store's own, so the feed and
    /// queries stay the primary's.
    /// </summary>
    ReadSecondary,
}
