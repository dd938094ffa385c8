using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Llm.Texts;

/// <summary>A model that says one thing, in three pieces. At first its answers may break off behind the first piece.</summary>
internal sealed class GreetingChatClient : IChatClient
{
    /// <summary>How often it was asked.</summary>
    internal int Calls { get; private set; }

    /// <summary>How many of its answers break off.</summary>
    internal int BrokenCalls { get; init; }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Calls++;
        foreach (string token in (string[])["Hello", ", ", "world."])
        {
            await Task.Yield();
            yield return new(ChatRole.Assistant, token);
            if (Calls <= BrokenCalls)
            {
                throw new IOException("The connection was lost.");
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
