using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>A chat client that says what a script says.</summary>
internal sealed class ScriptedClient(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> script) : IChatClient
{
    private int _calls;

    internal ScriptedClient(params IReadOnlyList<ChatResponseUpdate> updates)
        : this(token => SayAsync(updates, token))
    {
    }

    /// <summary>How often it was asked.</summary>
    internal int Calls => _calls;

    internal string? Model { get; init; }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = Interlocked.Increment(ref _calls);
        return script(cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("script", null, Model) : null;

    public void Dispose()
    {
    }

    /// <summary>A client that says some tokens and then throws.</summary>
    internal static ScriptedClient ThatThrows(IReadOnlyList<ChatResponseUpdate> before, Func<CancellationToken, Exception> exception) =>
        new(token => ThrowAsync(before, exception, token));

    internal static async IAsyncEnumerable<ChatResponseUpdate> SayAsync(IReadOnlyList<ChatResponseUpdate> updates, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (ChatResponseUpdate update in updates)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> ThrowAsync(
        IReadOnlyList<ChatResponseUpdate> before, Func<CancellationToken, Exception> exception, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ChatResponseUpdate update in SayAsync(before, cancellationToken))
        {
            yield return update;
        }

        throw exception(cancellationToken);
    }
}
