namespace Daybook;

/// <summary>An event as a ledger holds it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Sequence">Its place in its run, from 0.</param>
/// <param name="Offset">Its place in the whole ledger: it rises, is never used again, and may leave gaps.</param>
public sealed record LedgerEntry(LedgerEvent Event, long Sequence, long Offset);
