namespace Daybook.Testing;

/// <summary>One process's part in the rounds of a <see cref="LinearizabilityRun"/>: some of the clients, and one who follows the feed.</summary>
internal interface ILinearizabilityPart
{
    /// <summary>Begins to follow the feed, and lets the clients work.</summary>
    /// <param name="round">The round's number.</param>
    /// <param name="streams">The streams that the clients of all parts share.</param>
    /// <param name="start">Where the feed ends as the round begins.</param>
    /// <param name="token">Ends the work.</param>
    /// <returns>The clients' calls, stamped by a clock that all parts share.</returns>
    Task<IReadOnlyList<StreamCall>> WorkAsync(int round, string[] streams, long start, CancellationToken token);

    /// <summary>Follows the feed to its end, now that all parts' clients are done.</summary>
    /// <param name="token">Ends the work.</param>
    /// <returns>All that was seen, in order.</returns>
    Task<IReadOnlyList<FeedSighting>> EndAsync(CancellationToken token);
}
