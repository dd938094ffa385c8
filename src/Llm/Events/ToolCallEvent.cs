using System.Text.Json;

namespace Daybook.Llm;

/// <summary>The model wants a tool to be called.</summary>
/// <param name="Call">The call.</param>
/// <param name="IsJoined">Whether it came in the same chunk as the event before it.</param>
/// <param name="Details">What came with it besides, as JSON.</param>
[Event("llm.tool-call")]
public sealed partial record ToolCallEvent(ToolCall Call, bool IsJoined = false, JsonElement? Details = null);
