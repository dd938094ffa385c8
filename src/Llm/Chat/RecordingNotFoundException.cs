using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Daybook.Llm;

/// <summary>No recording answers a request.</summary>
public sealed class RecordingNotFoundException : DaybookException
{
    internal RecordingNotFoundException(string? streamId, string requestHash, string asked, ImmutableArray<RecordingSummary> nearest)
        : base(Say(streamId, requestHash, asked, nearest))
    {
        StreamId = streamId;
        RequestHash = requestHash;
        Nearest = nearest;
    }

    /// <summary>The stream that was to answer; null when it was looked for by hash.</summary>
    public string? StreamId { get; }

    /// <summary>The request's <see cref="ChatRequestHash"/>.</summary>
    public string RequestHash { get; }

    /// <summary>The recordings whose prompts are most like the request's.</summary>
    public ImmutableArray<RecordingSummary> Nearest { get; }

    private static string Say(string? streamId, string hash, string asked, ImmutableArray<RecordingSummary> nearest)
    {
        var text = new StringBuilder(streamId is null ? "No recording answers this request: " : $"There is no recording in stream '{streamId}' to answer this request: ");
        _ = text.Append(asked).Append(CultureInfo.InvariantCulture, $" (request hash {hash}). ");
        if (nearest.IsEmpty)
        {
            return text.Append("The store holds no recordings at all. Record an answer with chatClient.Recorded(store) or chatClient.Cached(store).").ToString();
        }

        _ = text.Append("Messages, options or tools differ from all recorded requests; nearest are:");
        foreach (RecordingSummary recording in nearest)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"\n  {recording.StreamId} ({recording.Model ?? "no model"}, {recording.StartedAt:u}): {recording.Prompt ?? "no prompt kept"}");
        }

        return text.Append("\nRecord an answer with chatClient.Recorded(store) or chatClient.Cached(store), or name a stream with ReplayChatOptions.StreamId.").ToString();
    }
}
