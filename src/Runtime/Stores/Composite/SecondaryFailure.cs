namespace Daybook;

/// <summary>What a composite store does when a secondary fails after the primary has accepted.</summary>
public enum SecondaryFailure
{
    /// <summary>It throws a <see cref="CompositeStoreException"/>; what succeeded stays.</summary>
    Throw,

    /// <summary>It succeeds and remembers that the secondary lags behind, for <see cref="Stores.CompositeEventStore.RepairAsync"/>.</summary>
    Remember,
}
