using System.Text.Json;

namespace Daybook.Llm;

/// <summary>A piece of the answer that is no text, no tool call and no usage: an image, a citation, a tool's result.</summary>
/// <param name="Content">The piece as JSON, in the form of Microsoft.Extensions.AI.</param>
/// <param name="IsJoined">Whether it came in the same chunk as the event before it.</param>
[Event("llm.content")]
public sealed partial record ContentEvent(JsonElement Content, bool IsJoined = false);
