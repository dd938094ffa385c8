namespace Daybook.Stores;

/// <summary>The ends of a stream's hash chain.</summary>
/// <param name="Last">The hash of the last event.</param>
/// <param name="Before">The hash before the first event that the stream still has.</param>
internal sealed record StreamChain(ChainHash Last, ChainHash Before);
