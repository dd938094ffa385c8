using Daybook.Llm;

namespace RegressionTest;

/// <summary>Two models answer one prompt, and a third run is the first model's again. The guardrail allows no shouting.</summary>
internal static class Recordings
{
    internal static readonly string[] Names = ["model-a", "model-a-again", "model-b"];

    internal static async Task RecordAsync(LlmState.Recorder recorder)
    {
        bool isA = recorder.StreamId.StartsWith("model-a", StringComparison.Ordinal);
        string[] tokens = isA ? ["Two", " and", " two", " is", " four", "."] : ["2", " + ", "2", " = ", "FOUR", "!"];

        await recorder.RecordStartAsync(new() { Prompt = "What is two and two?", Model = isA ? "model-a" : "model-b" });
        foreach ((int index, string token) in tokens.Index())
        {
            await recorder.RecordTokenAsync(token, index);
        }

        string answer = string.Concat(tokens);
        if (answer.Contains("FOUR", StringComparison.Ordinal))
        {
            await recorder.RecordGuardrailAsync(at: tokens.Length, new() { Violations = [new("calm", "No shouting.", ViolationSeverity.Warning)] });
        }

        await recorder.RecordCompleteAsync(answer, tokens.Length, finishReason: "stop");
    }
}
