namespace Daybook;

/// <summary>Trying whether a state folds the same way every time.</summary>
public static class DeterminismExtensions
{
    /// <summary>
    /// Folds a stream again and again under different circumstances and compares the states, byte by byte but for the order of maps and sets:
    /// under several cultures, from the stream's nearest snapshot, and written and read back on the way. The first fold, under the invariant
    /// culture, from the start and in one go, is what the others are compared with.
    /// </summary>
    /// <remarks>
    /// Nothing is written to the store. What only another process shows, such as hash codes of strings and the time zone, is for
    /// <c>Determinism.VerifyInChildProcessesAsync</c> of the package Daybook.Testing.
    /// </remarks>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream; it should hold every kind of event that the state takes.</param>
    /// <param name="options">How to load; with <see cref="LoadOptions.IgnoreSnapshots"/> the fold from the nearest snapshot is left out.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What was compared, and where the states first differ if they do.</returns>
    /// <exception cref="InvalidStreamIdException">The id breaks the rules of <see cref="StreamId"/>.</exception>
    /// <exception cref="StreamNotFoundException">There is no such stream, so that nothing would be verified.</exception>
    /// <exception cref="UnknownEventTypeException">The stream holds an event that the state does not know.</exception>
    /// <exception cref="StreamTruncatedException">The stream's first events are gone.</exception>
    /// <exception cref="CorruptEventException">An event cannot be read.</exception>
    public static async ValueTask<DeterminismVerification> VerifyDeterminismAsync<TState>(
        this IEventStore store, string streamId, LoadOptions? options = null, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        StreamId.Validate(streamId);
        StreamSteps steps = await StreamSteps.OpenAsync<TState>(store, streamId, options ?? LoadOptions.Default, cancellationToken).ConfigureAwait(false);
        return await new DeterminismCheck<TState>(store, steps).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
