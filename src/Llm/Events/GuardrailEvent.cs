namespace Daybook.Llm;

/// <summary>GUARDRAIL: the answer so far was checked.</summary>
/// <param name="Result">What the check found.</param>
/// <param name="At">How many tokens had come by then.</param>
/// <param name="CheckType">Which check it was.</param>
[Event("llm.guardrail")]
public sealed partial record GuardrailEvent(GuardrailResult Result, int? At = null, string? CheckType = null);
