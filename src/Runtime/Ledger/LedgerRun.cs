namespace Daybook;

/// <summary>A run of a ledger.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="FirstAt">When its first event happened, in UTC.</param>
/// <param name="LastAt">When its last event happened, in UTC.</param>
public sealed record LedgerRun(string RunId, long Events, DateTimeOffset FirstAt, DateTimeOffset LastAt);
