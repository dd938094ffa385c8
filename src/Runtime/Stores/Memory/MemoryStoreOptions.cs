namespace Daybook;

/// <summary>How a store in memory works.</summary>
public sealed record MemoryStoreOptions
{
    /// <summary>Whether new streams get a hash chain: see <see cref="StreamInfo.Hash"/>.</summary>
    public bool Chained { get; init; }
}
