using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Llm.Aot;

/// <summary>A client that says contents of all kinds.</summary>
internal sealed class Script : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        yield return new(ChatRole.Assistant, "It is ");
        yield return new(ChatRole.Assistant, [new TextContent("that.") { Annotations = [new CitationAnnotation { Title = "t" }] }, new TextReasoningContent("so") { ProtectedData = "s" }]);
        yield return new(ChatRole.Assistant, [new FunctionCallContent("c", "f", new Dictionary<string, object?> { ["x"] = 1 }), new DataContent(new byte[] { 1 }, "image/png")]);
        yield return new(ChatRole.Assistant, [new UsageContent(new() { OutputTokenCount = 5, AdditionalCounts = new() { ["other"] = 1 } })])
        {
            FinishReason = ChatFinishReason.Stop,
            AdditionalProperties = new() { ["k"] = "v" },
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
