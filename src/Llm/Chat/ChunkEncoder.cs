using System.Text;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>Turns the chunks of one answer into events: none is joined to another, and none is left out.</summary>
internal sealed class ChunkEncoder(EventSink sink, RecordedChatOptions options)
{
    private readonly StringBuilder? _text = options.CheckpointInterval > 0 ? new() : null;
    private ChunkEvent _header = new();
    private int _textCount;
    private int _reasoningCount;

    /// <summary>Why the model stopped, as far as it has said so.</summary>
    internal string? FinishReason { get; private set; }

    /// <summary>Whether the model has said anything. What it used, and empty pieces of text, are nothing.</summary>
    internal bool HasContent { get; private set; }

    /// <summary>The last error that the answer holds as data.</summary>
    internal LlmError? Error { get; private set; }

    /// <summary>Whether the answer goes on in the background, by what was said last.</summary>
    internal bool GoesOn { get; private set; }

    internal void Add(ChatResponseUpdate update)
    {
        bool isJoined = AddHeader(update);
        int textCount = _textCount;
        IList<AIContent> contents = update.Contents;
        for (int i = 0; i < contents.Count; i++)
        {
            Add(contents[i], isJoined);
            isJoined = true;
        }

        if (_text is not null && _textCount / options.CheckpointInterval > textCount / options.CheckpointInterval)
        {
            sink.Add(new CheckpointEvent(_textCount, _text.ToString()));
        }
    }

    private bool AddHeader(ChatResponseUpdate update)
    {
        FinishReason = update.FinishReason?.Value ?? FinishReason;
#pragma warning disable MEAI001 // What is there is recorded, also while its API is experimental.
        ReadOnlyMemory<byte>? token = update.ContinuationToken?.ToBytes();
#pragma warning restore MEAI001
        GoesOn = token is not null;
        bool isNew = update.Contents.Count == 0 || update.FinishReason is not null || update.AdditionalProperties is not null || token is not null
            || !string.Equals(update.Role?.Value, _header.Role, StringComparison.Ordinal)
            || !string.Equals(update.AuthorName, _header.AuthorName, StringComparison.Ordinal)
            || !string.Equals(update.ResponseId, _header.ResponseId, StringComparison.Ordinal)
            || !string.Equals(update.MessageId, _header.MessageId, StringComparison.Ordinal)
            || !string.Equals(update.ConversationId, _header.ConversationId, StringComparison.Ordinal)
            || !string.Equals(update.ModelId, _header.Model, StringComparison.Ordinal)
            || !Nullable.Equals(update.CreatedAt, _header.CreatedAt) || update.CreatedAt?.Offset != _header.CreatedAt?.Offset;
        if (!isNew)
        {
            return false;
        }

        _header = new()
        {
            Role = update.Role?.Value,
            AuthorName = update.AuthorName,
            ResponseId = update.ResponseId,
            MessageId = update.MessageId,
            ConversationId = update.ConversationId,
            Model = update.ModelId,
            CreatedAt = update.CreatedAt,
            FinishReason = update.FinishReason?.Value,
            Extra = update.AdditionalProperties is { } properties ? ContentJson.ToJson(properties, options.Json) : null,
            ContinuationToken = token is { } bytes ? Convert.ToBase64String(bytes.Span) : null,
        };
        sink.Add(_header);
        return true;
    }

    private void Add(AIContent content, bool isJoined)
    {
        // Exact types only: what is derived from them has more to keep.
        Type type = content.GetType();
        HasContent |= content is not (UsageContent or TextContent { Text: "" } or TextReasoningContent { Text: "", ProtectedData: null });
        if (type == typeof(TextContent))
        {
            TokenEvent stored = sink.Add(new TokenEvent(((TextContent)content).Text, _textCount++, TokenKind.Text, isJoined, ContentEvents.DetailsOf(content, options.Json)));
            _ = _text?.Append(stored.Value);
        }
        else if (type == typeof(TextReasoningContent))
        {
            string text = ((TextReasoningContent)content).Text;
            _ = sink.Add(new TokenEvent(text, _reasoningCount++, TokenKind.Reasoning, isJoined, ContentEvents.DetailsOf(content, options.Json)));
        }
        else if (type == typeof(FunctionCallContent))
        {
            sink.Add(ContentEvents.ToEvent((FunctionCallContent)content, isJoined, options.Json));
        }
        else if (type == typeof(UsageContent))
        {
            sink.Add(ContentEvents.ToEvent((UsageContent)content, isJoined, options.Json));
        }
        else
        {
            Error = content is ErrorContent error ? new(nameof(ErrorContent), error.Message) { Code = error.ErrorCode } : Error;
            sink.Add(new ContentEvent(ContentJson.ToJson(content, options.Json), isJoined));
        }
    }
}
