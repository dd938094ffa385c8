using System.Text.Json;

namespace Daybook.Llm;

/// <summary>The provider says what the answer has used so far.</summary>
/// <param name="Usage">What it has used.</param>
/// <param name="IsJoined">Whether it came in the same chunk as the event before it.</param>
/// <param name="Details">What came with it besides, as JSON.</param>
[Event("llm.usage")]
public sealed partial record UsageEvent(LlmUsage Usage, bool IsJoined = false, JsonElement? Details = null);
