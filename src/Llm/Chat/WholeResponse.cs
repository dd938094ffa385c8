using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>A response in one piece as updates, and back, also where it has no messages.</summary>
internal static class WholeResponse
{
    /// <summary>The updates of a response; of one without messages, one that says what the response itself does.</summary>
    internal static IEnumerable<ChatResponseUpdate> ToUpdates(ChatResponse response) => response.Messages.Count > 0 ? response.ToChatResponseUpdates() :
    [
        new()
        {
            ResponseId = response.ResponseId,
            ConversationId = response.ConversationId,
            ModelId = response.ModelId,
            CreatedAt = response.CreatedAt,
            FinishReason = response.FinishReason,
            Contents = response.Usage is { } usage ? [new UsageContent(usage)] : [],
            AdditionalProperties = response.AdditionalProperties,
#pragma warning disable MEAI001 // What is there is recorded, also while its API is experimental.
            ContinuationToken = response.ContinuationToken,
#pragma warning restore MEAI001
        },
    ];

    /// <summary>The response of updates, without a message where none of them says anything of one.</summary>
    internal static async Task<ChatResponse> ToResponseAsync(this IAsyncEnumerable<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        var all = new List<ChatResponseUpdate>();
        await foreach (ChatResponseUpdate update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.Add(update);
        }

        var response = all.ToChatResponse();
        if (all.TrueForAll(SaysNoMessage))
        {
            response.Messages.Clear();
        }

        return response;
    }

    private static bool SaysNoMessage(ChatResponseUpdate update) =>
        update is { Role: null, AuthorName: null, MessageId: null } && update.Contents.All(content => content is UsageContent);
}
