using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>A chat client that has its answer in one piece only.</summary>
internal sealed class WholeAnswerClient(Func<ChatResponse> answer) : IChatClient
{
    private int _calls;

    /// <summary>How often it was asked.</summary>
    internal int Calls => _calls;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        _ = Interlocked.Increment(ref _calls);
        return Task.FromResult(answer());
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        answer().ToChatResponseUpdates().ToAsyncEnumerable();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
