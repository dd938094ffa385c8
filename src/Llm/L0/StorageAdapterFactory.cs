namespace Daybook.Llm;

/// <summary>Opens the store that a configuration means.</summary>
/// <param name="config">The configuration. Prefix, time to live and options are the adapter's to heed.</param>
/// <param name="cancellationToken">Ends the opening.</param>
/// <returns>The store.</returns>
public delegate ValueTask<IEventStore> StorageAdapterFactory(StorageAdapterConfig config, CancellationToken cancellationToken);
