namespace Daybook;

/// <summary>How a composite store works.</summary>
public sealed record CompositeStoreOptions
{
    /// <summary>What happens when a secondary fails after the primary has accepted.</summary>
    public SecondaryFailure OnSecondaryFailure { get; init; } = SecondaryFailure.Throw;
}
