using System.Globalization;
using Daybook;
using Daybook.Llm;

namespace Llm.Aot;

/// <summary>Replays with handlers, timing and snapshots, from stores of all kinds that the facade brings.</summary>
internal static class StoresPart
{
    internal static async Task RunAsync()
    {
        var policy = new SnapshotPolicy(failure => throw failure.Exception) { MinEvents = 4 };
        var l0 = new EventSourcing(new() { Snapshots = policy }, new EventStoreRegistry().AddSqlite());
        l0.RegisterAdapter("own", config => l0.Memory(config.Prefix));
        Console.WriteLine($"adapters: {string.Join(' ', l0.ListAdapters())}");

        string place = Path.Combine(Directory.CreateTempSubdirectory().FullName, "events.db");
        await using IEventStore sqlite = await l0.CreateAsync(new("sqlite") { Connection = place });
        await using IEventStore own = await l0.CreateAsync(new("own") { Prefix = "p" });
        await using IEventStore both = l0.Composite([l0.WithTtl(sqlite, TimeSpan.FromDays(1)), own]);
        LlmState.Recorder recorder = l0.Recorder(both, "s");
        _ = await recorder.RecordStartAsync(new() { Model = "m" });
        _ = await recorder.RecordTokenAsync("bad", 0);
        _ = await recorder.RecordGuardrailAsync(new() { Violations = [new("rule", "rude")] });
        _ = await recorder.RecordRetryAsync(1, "rude");
        _ = await recorder.RecordTokenAsync("good", 0);
        _ = await recorder.RecordCompleteAsync("good", 1, finishReason: "stop");
        await policy.WaitAsync();
        Versioned<LlmState>? snapshot = await both.GetSnapshotAsync<LlmState>("s");
        SnapshotVerification verified = await both.VerifySnapshotsAsync<LlmState>("s");
        Console.WriteLine($"snapshot: {snapshot?.Version > 3}, the same: {verified.Comparison.Identical}");

        var heard = new List<string>();
        await using ReplayResult replay = await l0.ReplayAsync("s", both, new() { Speed = 1000 });
        _ = replay.OnToken(heard.Add).OnViolation(violation => heard.Add(violation.Rule)).OnRetry((attempt, reason) => heard.Add($"{attempt} {reason}"));
        LlmState end = await replay.ToEndAsync();
        StreamInfo copy = (await own.GetStreamInfoAsync("s"))!;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"handlers: {string.Join(", ", heard)}; \"{end.Content}\", {copy.Count} events in both"));
    }
}
