using System.Text.Json;

namespace Daybook.Llm;

/// <summary>One broken rule.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record GuardrailViolation(string Rule, string Message, ViolationSeverity Severity = ViolationSeverity.Error)
{
    /// <summary>Where in the answer, in characters from 0.</summary>
    public int? Position { get; init; }

    /// <summary>Whether another attempt may help.</summary>
    public bool Recoverable { get; init; }

    /// <summary>When it was found.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The text that breaks the rule.</summary>
    public string? Context { get; init; }

    /// <summary>Whatever else is known of it, as a JSON object.</summary>
    public JsonElement? Extra { get; init; }
}
