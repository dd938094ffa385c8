using System.Text.Json;

namespace Daybook.Llm;

/// <summary>START: a stream has begun.</summary>
/// <param name="Options">What it was asked for.</param>
/// <param name="Request">The request itself as JSON, where it is kept: messages and settings, never headers.</param>
/// <param name="RequestHash">The request's <see cref="ChatRequestHash"/>, by which a recorded answer is found again.</param>
[Event("llm.start")]
public sealed partial record StartEvent(LlmOptions Options, JsonElement? Request = null, string? RequestHash = null);
