using Daybook.Llm;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

/// <summary>Streams with retries, fallbacks, continuations and all else at random places, against a program that lives through them.</summary>
public sealed class LiveStreamTests
{
    private static readonly Gen<(int What, string Text, int Number)> Deed =
        from what in Gen.Choose(0, 17)
        from text in Gen.Elements("a", " word", "", "ü", "😀", "\ud83d", "\ude00", "long\ntext")
        from number in Gen.Choose(0, 5)
        select (what, text, number);

    private static readonly Gen<(IReadOnlyList<(int What, string Text, int Number)> Deeds, IReadOnlyList<int> Snapshots)> Life =
        from count in Gen.Choose(1, 60)
        from deeds in Deed.ListOf(count)
        from snapshots in Gen.Choose(0, count - 1).ListOf(3)
        select ((IReadOnlyList<(int, string, int)>)[.. deeds], (IReadOnlyList<int>)[.. snapshots.Order()]);

    public static TheoryData<string> Kinds => StorePlace.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_prefix_replays_to_what_the_live_program_had_at_that_point(string kind) =>
        Prop.ForAll(Life.ToArbitrary(), life => CheckAsync(kind, life.Deeds, life.Snapshots).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(kind == "memory" ? 300 : 25));

    [Fact]
    public void A_chat_client_replays_the_answer_that_the_state_has() =>
        Prop.ForAll(Life.ToArbitrary(), life => CheckAnswerAsync(life.Deeds).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    // Whether it is complete or not, and also where a COMPLETE says something else than the tokens.
    private static async Task CheckAnswerAsync(IReadOnlyList<(int What, string Text, int Number)> deeds)
    {
        await using IEventStore store = EventStores.Memory();
        var live = new LiveModel();
        object[] events = [.. deeds.Select(deed => live.Do(deed.What, deed.Text, deed.Number) switch { CompleteEvent when deed.Number == 3 => new CompleteEvent(deed.Text), var done => done })];
        await RecordAsync(store, "s", events);
        LlmState state = await new EventReplayer(store).ReplayToStateAsync("s");
        var contents = new List<AIContent>();
        Type? thrown = null;
        try
        {
            using var replay = new ReplayChatClient(store, "s");
            await foreach (ChatResponseUpdate update in replay.GetStreamingResponseAsync("?"))
            {
                contents.AddRange(update.Contents);
            }
        }
        catch (DaybookException exception)
        {
            thrown = exception.GetType();
        }

        Assert.Equal(state.Completed ? null : state.EndedAt is null ? typeof(RecordingIncompleteException) : typeof(LlmErrorException), thrown);
        Assert.Equal(state.Content.ToString(), string.Concat(contents.OfType<TextContent>().Select(text => text.Text)));
        Assert.Equal(state.Reasoning.ToString(), string.Concat(contents.OfType<TextReasoningContent>().Select(text => text.Text)));
        Assert.Equal(state.ToolCalls.Count, contents.OfType<FunctionCallContent>().Count());
    }

    private static async Task CheckAsync(string kind, IReadOnlyList<(int What, string Text, int Number)> deeds, IReadOnlyList<int> snapshots)
    {
        await using var place = new StorePlace(kind);
        IEventStore store = place.Store;
        var live = new LiveModel();
        var events = new List<object>();
        var shown = new List<string>();
        foreach ((int what, string text, int number) in deeds)
        {
            events.Add(live.Do(what, text, number));
            shown.Add(live.Show());
        }

        await RecordAsync(store, "s", events);
        var replayer = new EventReplayer(store);
        await CheckEnumerationAsync(replayer, shown);
        await CheckPrefixesAsync(replayer, shown);
        foreach (int sequence in snapshots)
        {
            await store.SaveSnapshotAsync("s", await store.LoadAsync<LlmState>("s", sequence));
            Assert.NotNull(await store.GetSnapshotAsync<LlmState>("s", sequence));
        }

        await CheckPrefixesAsync(replayer, shown);
        Assert.True((await store.VerifySnapshotsAsync<LlmState>("s")).Comparison.Identical);
    }

    private static async Task CheckEnumerationAsync(EventReplayer replayer, List<string> shown)
    {
        await using ReplayResult result = await replayer.ReplayAsync("s");
        await foreach (Envelope envelope in result)
        {
            Assert.Equal(shown[(int)envelope.Sequence], LiveModel.Show(result.State));
        }

        Assert.Equal(shown.Count - 1, result.Position);
    }

    private static async Task CheckPrefixesAsync(EventReplayer replayer, List<string> shown)
    {
        for (int i = 0; i < shown.Count; i++)
        {
            Assert.Equal(shown[i], LiveModel.Show(await replayer.ReplayToStateAsync("s", i)));
        }

        int middle = shown.Count / 2;
        await using ReplayResult range = await replayer.ReplayAsync("s", new() { From = middle, To = middle });
        Assert.Equal(shown[middle], LiveModel.Show(range.State));
        Assert.Equal(shown[middle], LiveModel.Show(await range.ToEndAsync()));
    }
}
