using Daybook;
using Daybook.Llm;
using RegressionTest;

// RegressionTest [RUN RUN] [--expect-differences]: 0 when the runs say the same, 1 when they do not, 2 when there are no such runs.
bool expectsDifferences = args.Contains("--expect-differences");
string[] runs = [.. args.Where(argument => argument != "--expect-differences")];
(string before, string after) = runs.Length == 0 ? ("model-a", "model-b") : (runs[0], runs[^1]);
if (runs.Length is not (0 or 2) || !Recordings.Names.Contains(before) || !Recordings.Names.Contains(after))
{
    await Console.Error.WriteLineAsync($"RegressionTest [RUN RUN] [--expect-differences]; the runs are {string.Join(", ", Recordings.Names)}.");
    return 2;
}

// In your test the first run lies in a file since the day when its answer was good, and the second one is recorded just now.
var l0 = new EventSourcing();
await using IEventStore store = l0.Memory();
foreach (string run in (string[])[.. new[] { before, after }.Distinct()])
{
    await Recordings.RecordAsync(l0.Recorder(store, run));
}

EventReplayer replayer = l0.Replayer(store);
ReplayComparison comparison = l0.Compare(Timeless(await replayer.ReplayToStateAsync(before)), Timeless(await replayer.ReplayToStateAsync(after)));
if (comparison.Identical)
{
    Console.WriteLine($"{before} and {after} say the same.");
    return 0;
}

Console.WriteLine($"{before} and {after} differ:");
foreach (string difference in comparison.Differences)
{
    Console.WriteLine($"  - {difference}");
}

return expectsDifferences ? 0 : 1;

// When a model answered says nothing about what it answered; leave out whatever else may differ.
static LlmState Timeless(LlmState state) => state with { StartedAt = null, EndedAt = null };
