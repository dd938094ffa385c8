using System.Text.Json;

namespace Daybook.Llm;

/// <summary>START: a stream has begun.</summary>
/// <param name="Options">What it was asked for.</param>
/// <param name="Request">The request itself as JSON, where it is kept: messages and settings, never headers.</param>
[Event("llm.start")]
public sealed partial record StartEvent(LlmOptions Options, JsonElement? Request = null);
