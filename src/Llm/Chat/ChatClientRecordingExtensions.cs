using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>Recording of chat clients. With a <c>ChatClientBuilder</c>: <c>builder.Use(inner => inner.Recorded(store))</c>.</summary>
public static class ChatClientRecordingExtensions
{
    /// <summary>Records everything that a client answers.</summary>
    /// <param name="client">The client; disposed with the one that is returned.</param>
    /// <param name="store">Where it is recorded.</param>
    /// <param name="options">How.</param>
    /// <returns>A client that answers the same.</returns>
    public static RecordedChatClient Recorded(this IChatClient client, IEventStore store, RecordedChatOptions? options = null) => new(client, store, options);

    /// <summary>Answers from the newest complete recording of the same request and model; where there is none, asks the client and records what it answers.</summary>
    /// <param name="client">The client; disposed with the one that is returned.</param>
    /// <param name="store">Where recordings are looked for and made.</param>
    /// <param name="options">How they are made.</param>
    /// <param name="replay">How they are replayed.</param>
    /// <returns>A client that asks nothing twice.</returns>
    public static CachedChatClient Cached(this IChatClient client, IEventStore store, RecordedChatOptions? options = null, ReplayChatOptions? replay = null) =>
        new(client, store, options, replay);
}
