namespace Daybook;

/// <summary>What an export wrote.</summary>
/// <param name="Events">How many events.</param>
/// <param name="NextOffset">The offset that the next export goes on with.</param>
public sealed record ExportReport(long Events, long NextOffset);
