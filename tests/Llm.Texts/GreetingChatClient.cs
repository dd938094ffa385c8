using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Llm.Texts;

/// <summary>A model that says one thing, in three pieces.</summary>
internal sealed class GreetingChatClient : IChatClient
{
    /// <summary>How often it was asked.</summary>
    internal int Calls { get; private set; }

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
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
