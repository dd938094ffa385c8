using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>Reads an answer as fast as it comes and hands it out as fast as it is wanted, so that nobody who waits for its end waits for its reader.</summary>
internal static class ReadAhead
{
    /// <summary>Asks, and hands out the answer. A turn ends with the answer.</summary>
    internal static async IAsyncEnumerable<ChatResponseUpdate> AskAsync(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> ask, IDisposable turn, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = Channel.CreateUnbounded<ChatResponseUpdate>(new() { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task reading = ReadAsync(ask, turn, updates.Writer, stop.Token);
        try
        {
            await foreach (ChatResponseUpdate update in updates.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return update;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private static async Task ReadAsync(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> ask, IDisposable turn, ChannelWriter<ChatResponseUpdate> updates, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            await foreach (ChatResponseUpdate update in ask(stop).ConfigureAwait(false))
            {
                stop.ThrowIfCancellationRequested();
                _ = updates.TryWrite(update);
            }
        }
#pragma warning disable CA1031 // The reader of the updates gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        turn.Dispose();
        updates.Complete(failure);
    }
}
