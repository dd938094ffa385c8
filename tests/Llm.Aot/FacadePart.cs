using System.Globalization;
using Daybook;
using Daybook.Llm;

namespace Llm.Aot;

/// <summary>Records two streams by hand through the facade, replays and compares them.</summary>
internal static class FacadePart
{
    internal static async Task RunAsync()
    {
        var l0 = new EventSourcing();
        string directory = Directory.CreateTempSubdirectory().FullName;
        await using IEventStore store = await l0.CreateAsync(new("file") { Connection = directory });
        foreach (string word in (string[])["world", "there"])
        {
            LlmState.Recorder recorder = l0.Recorder(store, word);
            _ = await recorder.RecordStartAsync(new() { Model = "m" });
            _ = await recorder.RecordTokenAsync("gone", 0);
            _ = await recorder.RecordRetryAsync(1, "model_error");
            _ = await recorder.RecordTokenAsync("Hello ", 0);
            _ = await recorder.RecordTokenAsync(word, 1);
            _ = await recorder.RecordErrorAsync(new TimeoutException("late"));
            _ = await recorder.RecordCompleteAsync($"Hello {word}", 2);
        }

        await using ReplayResult replay = await l0.ReplayAsync("world", store, new() { To = 3 });
        Console.WriteLine($"replayed: \"{replay.State.Content}\", {replay.OriginalOptions.Model}");
        StreamMetadata metadata = (await l0.MetadataAsync("world", store))!;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"metadata: {metadata.EventCount} events, {metadata.TokenCount} tokens, completed: {metadata.Completed}"));
        EventReplayer replayer = l0.Replayer(store);
        Console.WriteLine(l0.Compare(await replayer.ReplayToStateAsync("world"), await replayer.ReplayToStateAsync("there")).Differences[0]);
    }
}
