using System.Text.Json;

namespace Daybook.Llm;

/// <summary>An error as it is recorded.</summary>
/// <param name="Name">The name of its type.</param>
/// <param name="Message">What it says.</param>
public sealed record LlmError(string Name, string Message)
{
    /// <summary>The error's code, where it has one.</summary>
    public string? Code { get; init; }

    /// <summary>Where it was thrown; recorded only where that is asked for.</summary>
    public string? Stack { get; init; }

    /// <summary>Whatever else is known of it, as a JSON object.</summary>
    public JsonElement? Metadata { get; init; }
}
