using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RecordChat;

/// <summary>
/// Reads a streamed response in server-sent-event form, from OpenAI chat completions and compatible providers, OpenAI
/// responses, or Anthropic messages; its first message says which of them it is.
/// </summary>
internal static class ResponseReader
{
    /// <summary>Reads a response to its end.</summary>
    /// <exception cref="InvalidDataException">The input is no streamed response at all.</exception>
    /// <exception cref="ChatProviderException">The response broke off, or says itself that it failed.</exception>
    internal static async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ProviderParser? parser = null;
        await foreach (SseItem<string> item in SseParser.Create(new ClosedStream(input)).EnumerateAsync(cancellationToken))
        {
            if (item.Data == "[DONE]" && parser is not null)
            {
                yield break;
            }

            if (!TryParse(item.Data, out JsonElement message))
            {
                throw parser is null
                    ? new InvalidDataException("The first message is no JSON object.")
                    : new ChatProviderException("A message of the stream is no JSON object.");
            }

            string type = message.Text("type") ?? item.EventType;
            ThrowIfError(type, message);
            parser ??= ProviderParser.For(type, message);
            if (parser?.Read(type, message) is { } update)
            {
                yield return update;
            }

            if (parser is { IsClosed: true })
            {
                yield break;
            }
        }

        // Some compatible providers leave out the closing mark, but all say why the model stopped.
        if (parser is not { HasFinished: true })
        {
            throw parser is null
                ? new InvalidDataException("It holds no message of a provider that this program knows.")
                : new ChatProviderException("The stream ended before the response was complete.");
        }
    }

    private static void ThrowIfError(string type, JsonElement message)
    {
        JsonElement? error = message.Find("error") is { ValueKind: JsonValueKind.Object } inner ? inner : type == "error" ? message : null;
        if (error is { } said)
        {
            throw new ChatProviderException(said.Text("message") ?? said.GetRawText());
        }
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
