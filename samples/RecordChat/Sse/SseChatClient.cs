using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace RecordChat;

/// <summary>
/// A chat client over HTTP that streams: it asks in the form of OpenAI chat completions, and understands answers of OpenAI (completions and responses) and
/// of Anthropic. Safe for concurrent use.
/// </summary>
/// <param name="http">Sends the requests, with whatever headers the provider wants; disposed with the client.</param>
/// <param name="endpoint">Where they go.</param>
/// <param name="model">The model, where a request names none.</param>
public sealed class SseChatClient(HttpClient http, Uri endpoint, string? model = null) : IChatClient
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Messages or options hold what this client does not send.</exception>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Messages or options hold what this client does not send.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string body = ChatCompletionRequest.ToJson(messages, options ?? new(), model).ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        _ = response.EnsureSuccessStatusCode();
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (ChatResponseUpdate update in ResponseReader.ReadAsync(stream, cancellationToken))
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("sse", endpoint, model)
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
