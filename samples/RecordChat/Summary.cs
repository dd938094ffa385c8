using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecordChat;

/// <summary>The last line of the output with <c>--json</c>.</summary>
internal sealed record Summary(
    string StreamId, long Events, int Tokens, string Content, bool Completed, string? Error, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    internal string ToJson() => JsonSerializer.Serialize(this, SummaryJson.Default.Summary);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Summary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
