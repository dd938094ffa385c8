using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Daybook.Llm;

/// <summary>Reads the chunks of a recorded answer, each as it was.</summary>
internal sealed class ChunkReader(IEventStore store, RecordedAnswer answer, JsonSerializerOptions json)
{
    private ChunkEvent _header = new();
    private ChatResponseUpdate? _open;
    private DateTimeOffset _openedAt;

    /// <summary>Reads them, with the moments at which they came.</summary>
    internal async IAsyncEnumerable<(DateTimeOffset At, ChatResponseUpdate Update)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long next = answer.First;
        await foreach (Envelope envelope in store.ReadEventsAsync(answer.StreamId, answer.First, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (envelope.Sequence >= answer.Version)
            {
                break;
            }

            if (envelope.Sequence > next)
            {
                // Its beginning was deleted since.
                throw new RecordingIncompleteException(answer.StreamId, hasGaps: true);
            }

            next = envelope.Sequence + 1;

            // A chunk is whole when the next one opens.
            if (Read(envelope) is { } whole)
            {
                yield return whole;
            }
        }

        if (next < answer.Version)
        {
            // It was deleted since the answer was found.
            throw new StreamNotFoundException(answer.StreamId);
        }

        if (_open is not null)
        {
            yield return (_openedAt, _open);
        }
    }

    private (DateTimeOffset, ChatResponseUpdate)? Read(in Envelope envelope)
    {
        if (envelope.TryGet(out TokenEvent token))
        {
            bool isSaidAnew = token.Kind == TokenKind.Text && envelope.Sequence < answer.TextFrom;
            return isSaidAnew ? null : Add(ContentEvents.ToContent(token, json), token.IsJoined, envelope.Timestamp);
        }

        if (envelope.TryGet<ChunkEvent>(out var chunk))
        {
            _header = chunk;
            var whole = Open(envelope.Timestamp);
            _open!.FinishReason = chunk.FinishReason is { } reason ? new ChatFinishReason(reason) : null;
            _open.AdditionalProperties = ContentJson.ToProperties(chunk.Extra, json);
#pragma warning disable MEAI001 // What was recorded comes back, also while its API is experimental.
            _open.ContinuationToken = chunk.ContinuationToken is { } bytes ? ResponseContinuationToken.FromBytes(Convert.FromBase64String(bytes)) : null;
#pragma warning restore MEAI001
            return whole;
        }

        if (envelope.TryGet<ContentEvent>(out var content))
        {
            return Add(ContentJson.FromJson(content.Content, json), content.IsJoined, envelope.Timestamp);
        }

        if (envelope.TryGet<ToolCallEvent>(out var call))
        {
            return Add(ContentEvents.ToContent(call, json), call.IsJoined, envelope.Timestamp);
        }

        if (envelope.TryGet<UsageEvent>(out var usage))
        {
            return Add(ContentEvents.ToContent(usage, json), usage.IsJoined, envelope.Timestamp);
        }

        string? text = envelope.Sequence != answer.TextFrom ? null
            : envelope.TryGet<ContinuationEvent>(out var continuation) ? continuation.Checkpoint
            : envelope.TryGet<CompleteEvent>(out var complete) ? complete.Content
            : null;
        return string.IsNullOrEmpty(text) ? null : Add(new TextContent(text), isJoined: false, envelope.Timestamp);
    }

    private (DateTimeOffset, ChatResponseUpdate)? Add(AIContent content, bool isJoined, DateTimeOffset at)
    {
        var whole = isJoined && _open is not null ? null : Open(at);
        _open!.Contents.Add(content);
        return whole;
    }

    private (DateTimeOffset, ChatResponseUpdate)? Open(DateTimeOffset at)
    {
        (DateTimeOffset, ChatResponseUpdate)? whole = _open is null ? null : (_openedAt, _open);
        _openedAt = at;
        _open = new()
        {
            Role = _header.Role is { } role ? new ChatRole(role) : null,
            AuthorName = _header.AuthorName,
            ResponseId = _header.ResponseId,
            MessageId = _header.MessageId,
            ConversationId = _header.ConversationId,
            ModelId = _header.Model,
            CreatedAt = _header.CreatedAt,
        };
        return whole;
    }
}
