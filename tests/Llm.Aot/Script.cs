using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Llm.Aot;

/// <summary>A client that says contents of all kinds.</summary>
internal sealed class Script : IChatClient
{
    /// <summary>What it says in place of all that.</summary>
    internal IReadOnlyList<ChatResponseUpdate>? Answer { get; init; }

    /// <summary>What it throws at once.</summary>
    internal Exception? Throws { get; init; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (Throws is not null)
        {
            throw Throws;
        }

        if (Answer is not null)
        {
            foreach (ChatResponseUpdate update in Answer)
            {
                yield return update;
            }

            yield break;
        }

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
