using Daybook;
using Daybook.Llm;
using Microsoft.Extensions.AI;
using RegressionTest;

// RegressionTest [BASELINE.jsonl] [--model NAME] [--record]: 0 when the model says what the baseline says, 1 when it says something else, 2 when that cannot be told.
string file = Path.Combine(AppContext.BaseDirectory, "baseline.jsonl");
string model = "b";
bool records = false;
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--record":
            records = true;
            break;
        case "--model" when i + 1 < args.Length:
            model = args[++i];
            break;
        case ['-', ..]:
            await Console.Error.WriteLineAsync("RegressionTest [BASELINE.jsonl] [--model NAME] [--record]");
            return 2;
        default:
            file = args[i];
            break;
    }
}

(string Name, string Prompt)[] questions = [("sum", "What is two and two?"), ("capital", "What is the capital of France?")];
var l0 = new EventSourcing();
try
{
    // Ask, and record what is answered: a stream for each question.
    await using IEventStore now = l0.Memory();
    foreach ((string name, string prompt) in questions)
    {
        using IChatClient client = new ScriptedModel(model).Recorded(now, new() { StreamId = (_, _) => name });
        _ = await client.GetStreamingResponseAsync(prompt).ToChatResponseAsync();
    }

    // The day when the answers were good, they became the baseline. Its file belongs beside the test, in version control.
    if (records)
    {
        await using FileStream recorded = File.Create(file);
        _ = await now.ExportAsync(recorded);
        return 0;
    }

    await using IEventStore then = l0.Memory();
    await using FileStream baseline = File.OpenRead(file);
    _ = await then.ImportAsync(baseline);

    bool same = true;
    foreach ((string name, _) in questions)
    {
        LlmState before = await l0.Replayer(then).ReplayToStateAsync(name);
        LlmState after = await l0.Replayer(now).ReplayToStateAsync(name);
        ReplayComparison comparison = l0.Compare(WhatCounts(before), WhatCounts(after));
        Console.WriteLine($"{name}: {before.Model} and {after.Model} {(comparison.Identical ? "say the same" : "differ")}");
        foreach (string difference in comparison.Differences)
        {
            Console.WriteLine($"  - {difference}");
        }

        same &= comparison.Identical;
    }

    return same ? 0 : 1;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DaybookException or NotSupportedException)
{
    await Console.Error.WriteLineAsync($"RegressionTest: {exception.Message}");
    return 2;
}

// What a model says, which tools it calls and how it ends; but not its name, when it answered, what it thought, and in how many tokens.
static LlmState WhatCounts(LlmState state) => state with
{
    Model = null,
    ResponseId = null,
    StartedAt = null,
    EndedAt = null,
    TokenCount = 0,
    TokenEventCount = 0,
    Reasoning = default,
    ReasoningTokenCount = 0,
    Usage = null,
    ToolCalls = [.. state.ToolCalls.Select(call => call with { CallId = "" })],
};
