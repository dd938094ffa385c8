using Daybook;

namespace RecordChat;

/// <summary>Replays a recorded response and says what it comes to.</summary>
internal static class ChatReplay
{
    internal static async Task<Summary> ReplayAsync(IEventStore store, string streamId, double speed, TextWriter output, CancellationToken cancellationToken)
    {
        await using var replay = store.Replay<Chat>(streamId, new() { Speed = speed });
        if (speed > 0)
        {
            _ = replay.On<Token>(async (token, _) =>
            {
                if (token.Kind == TokenKind.Text)
                {
                    await output.WriteAsync(token.Text);
                    await output.FlushAsync(cancellationToken);
                }
            });
        }

        long events = 0;
        await foreach (Envelope _ in replay.WithCancellation(cancellationToken))
        {
            events++;
        }

        Chat chat = replay.State;
        return new(streamId, events, chat.Tokens, chat.Content.ToString(), chat.IsCompleted, chat.Error, chat.StartedAt, chat.EndedAt);
    }
}
