namespace Daybook;

/// <summary>What opening a ledger does when there is no connection string.</summary>
public enum LedgerFallback
{
    /// <summary>It fails.</summary>
    None,

    /// <summary>It opens one in memory, which is gone when the process ends.</summary>
    Memory,
}
