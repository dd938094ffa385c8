using Daybook.Stores;

namespace Daybook;

/// <summary>Salvages what is left of a damaged file store.</summary>
public static class FileStoreRepair
{
    /// <summary>
    /// Copies every record that verifies into a new store and says what is missing. The damaged one is only read. Events keep their streams, sequences, ids,
    /// times and metadata. Behind a gap a stream goes on as a stream of its own, named <c>id~sequence</c>, which begins at that sequence: so the
    /// first part can be folded, and nothing that is left is thrown away. Streams of the new store have no hash chain, since a chain would
    /// say that nothing is missing.
    /// </summary>
    /// <param name="damaged">The directory of the damaged store; no writer should have it open.</param>
    /// <param name="target">The directory of the new store; missing or empty.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What was salvaged and what is missing.</returns>
    /// <exception cref="StoreFormatException">There is no store in the one directory, or something in the other.</exception>
    public static async Task<FileStoreRepairReport> SalvageAsync(string damaged, string target, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(damaged);
        ArgumentException.ThrowIfNullOrEmpty(target);
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new StoreFormatException($"The directory '{target}' is not empty; choose a new one.");
        }

        int[] numbers = Directory.Exists(damaged)
            ? [.. Directory.EnumerateFiles(damaged).Select(static path => SegmentNames.NumberOfLog(Path.GetFileName(path))).Where(static number => number > 0).Order()]
            : [];
        if (numbers.Length == 0)
        {
            throw new StoreFormatException($"There is no store in '{damaged}'.");
        }

        var store = FileEventStore.Open(target, new() { Durability = Durability.Written });
        await using (store.ConfigureAwait(false))
        {
            var salvage = new Salvage(store, Path.GetFullPath(damaged), new OperatingSystemFiles());
            for (int number = 1; number <= numbers[^1]; number++)
            {
                await salvage.TakeAsync(number, isLast: number == numbers[^1], cancellationToken).ConfigureAwait(false);
            }

            (int streams, long events) = await CountAsync(store, cancellationToken).ConfigureAwait(false);
            return new() { Segments = numbers.Length, Streams = streams, Events = events, Losses = [.. salvage.Losses] };
        }
    }

    private static async Task<(int Streams, long Events)> CountAsync(FileEventStore store, CancellationToken cancellationToken)
    {
        int streams = 0;
        long events = 0;
        foreach (string prefix in (string[])["", "$"])
        {
            string? continuation = null;
            do
            {
                StreamListing listing = await store.ListStreamsAsync(prefix, continuation, cancellationToken: cancellationToken).ConfigureAwait(false);
                streams += listing.Streams.Length;
                events += listing.Streams.Sum(static info => info.Count);
                continuation = listing.Continuation;
            }
            while (continuation is not null);
        }

        return (streams, events);
    }
}
