namespace Daybook;

/// <summary>How a composite store works.</summary>
public sealed record CompositeStoreOptions
{
    /// <summary>What happens when a secondary fails after the primary has accepted.</summary>
    public SecondaryFailure OnSecondaryFailure { get; init; } = SecondaryFailure.Throw;

    /// <summary>
    /// What happens when the primary cannot be read. A secondary that another process or an earlier run left behind is not known to lag before
    /// <see cref="Stores.CompositeEventStore.RepairAsync"/> has looked.
    /// </summary>
    public PrimaryReadFailure OnPrimaryReadFailure { get; init; } = PrimaryReadFailure.Throw;
}
