using System.Collections.Immutable;

namespace Daybook.Testing;

/// <summary>Trying whether a state folds the same way in every process.</summary>
public static class Determinism
{
    /// <summary>
    /// Verifies a stream as <see cref="DeterminismExtensions.VerifyDeterminismAsync"/> does, and then folds it in child processes, each of which
    /// has other hash codes of strings, and some another time zone, language or number of processors. A child is this program started
    /// again; it only folds, on a copy of the stream, and never gets as far as the program's own work.
    /// </summary>
    /// <remarks>
    /// In a program that the generator compiles, a call with the state written out, such as <c>VerifyInChildProcessesAsync&lt;Cart&gt;</c>, is all
    /// there is to it. Elsewhere the program says at its very start what its children fold: see <see cref="DeterminismChild"/>.
    /// </remarks>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="streamId">The stream; it should hold every kind of event that the state takes.</param>
    /// <param name="options">How to load.</param>
    /// <param name="cancellationToken">Ends the work and the children.</param>
    /// <returns>What was compared; whoever gets it has a state that did not differ.</returns>
    /// <exception cref="NonDeterminismException">The states differ; it says where.</exception>
    /// <exception cref="DeterminismChildException">A child process did not do what it was started for.</exception>
    /// <exception cref="InvalidStreamIdException">The id breaks the rules of <see cref="StreamId"/>.</exception>
    /// <exception cref="StreamNotFoundException">There is no such stream, so that nothing would be verified.</exception>
    /// <exception cref="UnknownEventTypeException">The stream holds an event that the state does not know.</exception>
    /// <exception cref="StreamTruncatedException">The stream's first events are gone.</exception>
    /// <exception cref="CorruptEventException">An event cannot be read.</exception>
    public static async ValueTask<DeterminismVerification> VerifyInChildProcessesAsync<TState>(
        IEventStore store, string streamId, LoadOptions? options = null, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= LoadOptions.Default;
        DeterminismVerification here = await store.VerifyDeterminismAsync<TState>(streamId, options, cancellationToken).ConfigureAwait(false);
        here.ThrowIfDifferent();

        ImmutableArray<ChildVariant> variants = ChildVariant.Available(out ImmutableArray<string> notVaried);
        using ChildRequest request = await ChildRequest.WriteAsync<TState>(store, streamId, options, cancellationToken).ConfigureAwait(false);
        string[] traces = await Task.WhenAll(variants.Select((variant, i) => ChildProcess.RunAsync(request, variant, i, cancellationToken))).ConfigureAwait(false);
        ImmutableArray<DeterminismDifference> differences = await TraceComparison.RunAsync<TState>(request, variants, traces, cancellationToken).ConfigureAwait(false);
        DeterminismVerification all = here with
        {
            Variants = [.. here.Variants, .. variants.Select(variant => variant.Name)],
            NotVaried = [.. here.NotVaried, .. notVaried],
            Differences = differences,
        };
        all.ThrowIfDifferent();
        return all;
    }
}
