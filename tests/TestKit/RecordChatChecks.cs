using System.Text.Json;

namespace Daybook.Tests;

/// <summary>Checks what the sample prints against an independent reading of its input.</summary>
internal static class RecordChatChecks
{
    internal static JsonElement Summary(string output)
    {
        using var document = JsonDocument.Parse(output.TrimEnd('\n').Split('\n')[^1]);
        return document.RootElement.Clone();
    }

    internal static void AgreesWith(RecordedStream expected, JsonElement summary)
    {
        Assert.Equal(string.Concat(expected.Text), summary.GetProperty("content").GetString());
        Assert.Equal(expected.Text.Count + expected.Reasoning.Count, summary.GetProperty("tokens").GetInt32());
        Assert.Equal(expected.Error, summary.GetProperty("error").GetString());
        Assert.Equal(expected.Error is null, summary.GetProperty("completed").GetBoolean());
        Assert.True(summary.GetProperty("startedAt").GetDateTimeOffset() <= summary.GetProperty("endedAt").GetDateTimeOffset());
    }
}
