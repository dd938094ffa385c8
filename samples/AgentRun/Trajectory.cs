using System.Text.Json;

namespace AgentRun;

/// <summary>A recorded run of SWE-agent: what it was asked, and in each step what it thought, did and saw.</summary>
internal sealed class Trajectory(JsonElement root)
{
    public string Agent => Text(root, "environment") ?? "agent";

    public string? Model => Text(Find(root, "replay_config", "agent", "model"), "name");

    public string Question => root.GetProperty("history").EnumerateArray().Where(message => Text(message, "role") == "user").Select(message => Text(message, "content")).FirstOrDefault() ?? "";

    public IEnumerable<JsonElement> Steps => root.GetProperty("trajectory").EnumerateArray();

    public string? Submission => Text(Find(root, "info"), "submission");

    public string ExitStatus => Text(Find(root, "info"), "exit_status") ?? "unknown";

    /// <summary>How long the steps took, where they say so.</summary>
    public TimeSpan? Duration => Steps.All(step => step.TryGetProperty("execution_time", out _))
        ? TimeSpan.FromSeconds(Steps.Sum(step => step.GetProperty("execution_time").GetDouble()))
        : null;

    public static Trajectory Read(string? path)
    {
        using Stream stream = path is null ? typeof(Trajectory).Assembly.GetManifestResourceStream("trajectory.json")! : File.OpenRead(path);
        using JsonDocument document = JsonDocument.Parse(stream);
        return new(document.RootElement.Clone());
    }

    public static string? Text(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static JsonElement? Find(JsonElement parent, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out parent))
            {
                return null;
            }
        }

        return parent;
    }
}
