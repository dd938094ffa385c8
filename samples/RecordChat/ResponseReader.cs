using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace RecordChat;

/// <summary>
/// Reads a streamed response in server-sent-event form, from OpenAI chat completions and compatible providers, OpenAI
/// responses, or Anthropic messages; each message says by itself which of them it is.
/// </summary>
internal static class ResponseReader
{
    /// <summary>Reads a response to its end. The last signal is an end or an error, whatever the input.</summary>
    /// <exception cref="InvalidDataException">The input is no streamed response at all.</exception>
    internal static async IAsyncEnumerable<ResponseSignal> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool hasStarted = false;
        string? finished = null;
        await foreach (SseItem<string> item in SseParser.Create(new ClosedStream(input)).EnumerateAsync(cancellationToken))
        {
            if (item.Data == "[DONE]" && hasStarted)
            {
                yield return new ResponseSignal.End(finished);
                yield break;
            }

            if (!TryParse(item.Data, out JsonElement message))
            {
                if (!hasStarted)
                {
                    throw new InvalidDataException("The first message is no JSON object.");
                }

                yield return new ResponseSignal.Error("A message of the stream is no JSON object.");
                yield break;
            }

            ProviderMessage? meaning = ProviderMessage.Of(item.EventType, message);
            if (meaning is null)
            {
                continue;
            }

            if (!hasStarted)
            {
                hasStarted = true;
                yield return new ResponseSignal.Start(meaning.Provider, meaning.Model);
            }

            foreach (ResponseSignal.Delta delta in meaning.Deltas)
            {
                yield return delta;
            }

            if (meaning.Last is not null)
            {
                yield return meaning.Last is ResponseSignal.End end ? new ResponseSignal.End(finished ?? end.Reason) : meaning.Last;
                yield break;
            }

            finished = meaning.FinishReason ?? finished;
        }

        if (!hasStarted)
        {
            throw new InvalidDataException("It holds no message of a provider that this program knows.");
        }

        // Some compatible providers leave out the closing mark, but all say why the model stopped.
        yield return finished is null
            ? new ResponseSignal.Error("The stream ended before the response was complete.")
            : new ResponseSignal.End(finished);
    }

    private static bool TryParse(string data, out JsonElement message)
    {
        try
        {
            using var document = JsonDocument.Parse(data);
            message = document.RootElement.Clone();
            return message.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            message = default;
            return false;
        }
    }
}
