using Daybook;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace RecordChat;

/// <summary>Replays a recorded response and says what it comes to.</summary>
internal static class ChatReplay
{
    internal static async Task<Summary> ReplayAsync(IEventStore store, string streamId, double speed, TextWriter output, CancellationToken cancellationToken)
    {
        if (speed > 0)
        {
            using var client = new ReplayChatClient(store, new ReplayChatOptions { StreamId = (_, _) => streamId, Speed = speed });
            try
            {
                await client.PrintAsync([], output, cancellationToken);
            }
            catch (LlmErrorException)
            {
                // The summary says so.
            }
        }

        Versioned<LlmState> loaded = await store.LoadAsync<LlmState>(streamId, cancellationToken: cancellationToken);
        LlmState state = loaded.State;
        return new(
            streamId, loaded.Version, state.TokenCount + state.ReasoningTokenCount, state.Content.ToString(), state.Completed, state.Error?.Message, state.StartedAt, state.EndedAt);
    }

    /// <summary>Prints an answer as it streams in.</summary>
    internal static async Task PrintAsync(this IChatClient client, IEnumerable<ChatMessage> messages, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(messages, cancellationToken: cancellationToken))
            {
                await output.WriteAsync(update.Text);
                await output.FlushAsync(cancellationToken);
            }
        }
        finally
        {
            await output.WriteLineAsync();
        }
    }
}
