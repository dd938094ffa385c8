using Daybook;

namespace RecordChat;

/// <summary>Records a response as it streams in, one durable event a token.</summary>
internal static class ChatRecording
{
    private const int TokensPerCheckpoint = 64;

    internal static async Task RecordAsync(IEventStore store, string streamId, IAsyncEnumerable<ResponseSignal> signals, TextWriter output, CancellationToken cancellationToken)
    {
        var recorder = new Chat.Recorder(store, streamId);
        int tokens = 0;
        int length = 0;
        await foreach (ResponseSignal signal in signals.WithCancellation(cancellationToken))
        {
            switch (signal)
            {
                case ResponseSignal.Start start:
                    // Another response under the same name would be a different story.
                    _ = await recorder.RecordStartedAsync(start.Provider, start.Model, new() { ExpectedVersion = ExpectedVersion.NoStream }, cancellationToken);
                    break;
                case ResponseSignal.Delta delta:
                    _ = await recorder.RecordTokenAsync(delta.Text, delta.Kind, cancellationToken: cancellationToken);
                    tokens++;
                    if (delta.Kind == TokenKind.Text)
                    {
                        length += delta.Text.Length;
                        await output.WriteAsync(delta.Text);
                        await output.FlushAsync(cancellationToken);
                    }

                    if (tokens % TokensPerCheckpoint == 0)
                    {
                        _ = await recorder.RecordCheckpointAsync(tokens, length, cancellationToken: cancellationToken);
                    }

                    break;
                case ResponseSignal.End end:
                    _ = await recorder.RecordCompletedAsync(end.Reason, cancellationToken: cancellationToken);
                    break;
                case ResponseSignal.Error error:
                    _ = await recorder.RecordFailedAsync(error.Message, cancellationToken: cancellationToken);
                    break;
            }
        }

        await output.WriteLineAsync();
    }
}
