namespace Daybook;

/// <summary>Opens the store that a connection string means.</summary>
/// <param name="connection">The connection string; it has no option that its scheme was not registered with.</param>
/// <param name="cancellationToken">Ends the opening.</param>
/// <returns>The store.</returns>
public delegate ValueTask<IEventStore> EventStoreFactory(ConnectionString connection, CancellationToken cancellationToken);
