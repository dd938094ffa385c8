using System.Text.Json;

namespace Daybook.Llm;

/// <summary>A tool that the model wants to be called.</summary>
/// <param name="CallId">The call's id, which its result repeats.</param>
/// <param name="Name">The tool's name.</param>
/// <param name="Arguments">The arguments, as a JSON object.</param>
public sealed record ToolCall(string CallId, string Name, JsonElement? Arguments = null);
