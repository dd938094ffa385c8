namespace Daybook;

/// <summary>What of a store is exported.</summary>
public sealed record ExportOptions
{
    /// <summary>The settings where none are given.</summary>
    public static ExportOptions Default { get; } = new();

    /// <summary>The first offset of the feed to export: <see cref="ExportReport.NextOffset"/> of the export before, to export what came since.</summary>
    public long FromOffset { get; init; }
}
