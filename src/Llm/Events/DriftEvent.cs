namespace Daybook.Llm;

/// <summary>DRIFT: it was checked whether the answer wanders off.</summary>
/// <param name="Result">What the check found.</param>
/// <param name="At">How many tokens had come by then.</param>
[Event("llm.drift")]
public sealed partial record DriftEvent(DriftResult Result, int? At = null);
