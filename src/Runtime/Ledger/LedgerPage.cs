using System.Collections.Immutable;

namespace Daybook;

/// <summary>Some entries of a ledger, and where to go on.</summary>
/// <param name="Entries">The entries by rising offset; empty when there are no more at the moment.</param>
/// <param name="Next">The offset to ask with for what follows: nothing that is appended meanwhile is passed over.</param>
public sealed record LedgerPage(ImmutableArray<LedgerEntry> Entries, long Next);
