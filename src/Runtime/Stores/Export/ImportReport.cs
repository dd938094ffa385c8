namespace Daybook;

/// <summary>What an import did.</summary>
/// <param name="Events">How many events were written.</param>
/// <param name="Known">How many events the store had already.</param>
public sealed record ImportReport(long Events, long Known);
