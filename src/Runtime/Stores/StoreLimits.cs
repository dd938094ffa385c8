namespace Daybook.Stores;

/// <summary>How much a store takes.</summary>
public sealed record StoreLimits
{
    /// <summary>The greatest payload of one event, in bytes; 16 MiB unless said.</summary>
    public int MaxPayloadBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The greatest sum of payloads of one append, in bytes; 64 MiB unless said.</summary>
    public int MaxAppendBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The greatest number of events of one append; 100,000 unless said.</summary>
    public int MaxAppendEvents { get; init; } = 100_000;
}
