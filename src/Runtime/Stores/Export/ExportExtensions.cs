using Daybook.Stores.Export;

namespace Daybook;

/// <summary>Stores as JSON Lines, which docs/export.md describes: for people, for other tools, and to be imported again.</summary>
public static class ExportExtensions
{
    /// <summary>
    /// Writes a store as JSON Lines: each schema and each stream before it is first used, then the events in the order of the feed, as JSON
    /// that people can read and with the exact bytes. Snapshots come last; checkpoints and views, which depend on offsets, do not come along.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="destination">Where the lines go; left open.</param>
    /// <param name="options">What to export.</param>
    /// <param name="cancellationToken">Ends the export; what is written by then ends without the line that says so.</param>
    /// <returns>What was written.</returns>
    public static ValueTask<ExportReport> ExportAsync(this IEventStore store, Stream destination, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(destination);
        options ??= ExportOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(options.FromOffset, nameof(options));
        return new StoreExport(store, destination).RunAsync(options.FromOffset, cancellationToken);
    }

    /// <summary>
    /// Reads JSON Lines into a store, as <see cref="ExportAsync"/> wrote them, with sequences, event ids, time stamps, metadata, categories,
    /// incarnations and hash chains. Events that the store has are passed over, so an import that was interrupted is simply started again.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="source">Where the lines come from; left open. Several exports may follow each other.</param>
    /// <param name="cancellationToken">Ends the import between two appends.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ExportFormatException">A line is damaged, or the last one is missing.</exception>
    /// <exception cref="StoreCopyException">The store holds something else under a stream's name.</exception>
    public static async ValueTask<ImportReport> ImportAsync(this IEventStore store, Stream source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(source);
        using var import = new StoreImport(store);
        return await import.RunAsync(source, cancellationToken).ConfigureAwait(false);
    }
}
