using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>What tests of chat clients do again and again.</summary>
internal static class Chats
{
    internal static readonly ChatMessage[] Question = [new(ChatRole.System, "Be brief."), new(ChatRole.User, "What is an event?")];

    /// <summary>A short answer: a header, words, a finish reason and usage.</summary>
    internal static List<ChatResponseUpdate> Answer(params string[] words) =>
    [
        new() { Role = ChatRole.Assistant, ResponseId = "r1", MessageId = "m1", ModelId = "model-1" },
        .. words.Select(word => new ChatResponseUpdate(ChatRole.Assistant, word) { ResponseId = "r1", MessageId = "m1", ModelId = "model-1" }),
        new()
        {
            Role = ChatRole.Assistant, ResponseId = "r1", MessageId = "m1", ModelId = "model-1", FinishReason = ChatFinishReason.Stop,
            Contents = [new UsageContent(new() { InputTokenCount = 7, OutputTokenCount = words.Length, TotalTokenCount = 7 + words.Length })],
        },
    ];

    internal static string Json(ChatResponseUpdate update) => JsonSerializer.Serialize(update, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponseUpdate)));

    internal static string Json(ChatResponse response) => JsonSerializer.Serialize(response, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponse)));

    /// <summary>Asks, and gives what came as JSON together with how it ended.</summary>
    internal static async Task<(List<string> Updates, Exception? End)> AskAsync(
        this IChatClient client, IEnumerable<ChatMessage>? messages = null, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<string>();
        try
        {
            await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(messages ?? Question, options, cancellationToken))
            {
                updates.Add(Json(update));
            }

            return (updates, null);
        }
        catch (Exception exception)
        {
            return (updates, exception);
        }
    }

    /// <summary>Asks in either form: for updates, or for the response in one piece, which is nothing where it fails.</summary>
    internal static async Task<(List<string> Said, Exception? End)> AskAsync(
        this IChatClient client, bool streaming, IEnumerable<ChatMessage>? messages = null, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (streaming)
        {
            return await client.AskAsync(messages, options, cancellationToken);
        }

        try
        {
            return ([Json(await client.GetResponseAsync(messages ?? Question, options, cancellationToken))], null);
        }
        catch (Exception exception)
        {
            return ([], exception);
        }
    }

    /// <summary>The one stream of a store.</summary>
    internal static async Task<string> OnlyStreamAsync(this IEventStore store) => Assert.Single((await store.ListStreamsAsync()).Streams).StreamId;

    /// <summary>The types of a stream's events.</summary>
    internal static async Task<List<string>> TypesAsync(this IEventStore store, string streamId)
    {
        var types = new List<string>();
        await foreach (Envelope envelope in store.ReadEventsAsync(streamId))
        {
            types.Add(envelope.EventType.Name);
        }

        return types;
    }

    /// <summary>All events of a type in a stream.</summary>
    internal static async Task<List<TEvent>> EventsAsync<TEvent>(this IEventStore store, string streamId)
        where TEvent : IEvent<TEvent>
    {
        var events = new List<TEvent>();
        await foreach (Envelope envelope in store.ReadEventsAsync(streamId))
        {
            if (envelope.TryGet<TEvent>(out var value))
            {
                events.Add(value);
            }
        }

        return events;
    }
}
