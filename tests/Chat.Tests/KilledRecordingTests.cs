using System.Globalization;
using Daybook.CrashTesting;
using Daybook.Llm;
using Daybook.Tests.Stores;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>A program that records is killed in the middle of answers: what was acknowledged is there, and nothing else is complete.</summary>
public sealed class KilledRecordingTests(ITestOutputHelper output)
{
    private const int Kills = 8;

    [Theory]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task The_log_is_a_beginning_of_the_answer(string kind)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-chat-");
        string place = Path.Combine(directory.FullName, "log");
        var random = new Random(1);
        int turn = 0;
        int broken = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            string said;
            using (KilledWriter writer = await KilledWriter.StartAsync("chat", kind, place, turn.ToString(CultureInfo.InvariantCulture)))
            {
                // Once a turn is through, so that all there is was warm; then anywhere.
                await writer.WaitForAsync("turn ");
                for (int words = random.Next(EndlessClient.Words); words > 0; words--)
                {
                    await writer.WaitForAsync("");
                }

                said = await writer.KillAsync(TimeSpan.Zero);
            }

            string[] ended = [.. said.Split('\n')[..^1].Where(line => line.StartsWith("turn ", StringComparison.Ordinal))];
            int next = turn + ended.Length;
            await using IEventStore store = TestStores.Open(kind, place);
            for (; turn < next; turn++)
            {
                Assert.True(await IsCompleteAsync(store, turn));
            }

            // One more may have ended without anybody hearing of it; the next one was never asked for. What broke off is asked for once more.
            bool isComplete = await IsCompleteAsync(store, turn);
            Assert.Null(await store.GetStreamInfoAsync(EndlessClient.StreamOf(turn + 1)));
            broken += isComplete ? 0 : 1;
            turn += isComplete ? 1 : 0;
        }

        Assert.True(broken > 0);
        output.WriteLine($"{Kills} kills, {turn} turns, {broken} broken off");
        directory.Delete(recursive: true);
    }

    // State, log and replay agree on what was said, and on whether that is all.
    private static async Task<bool> IsCompleteAsync(IEventStore store, int turn)
    {
        string streamId = EndlessClient.StreamOf(turn);
        if (await store.GetStreamInfoAsync(streamId) is null)
        {
            return false;
        }

        LlmState state = (await store.LoadAsync<LlmState>(streamId)).State;
        Assert.Equal(string.Concat(Enumerable.Range(0, state.TokenCount).Select(word => EndlessClient.WordOf(turn, word))), state.Content.ToString());
        Assert.Null(state.Error);
        Assert.True(!state.Completed || state.TokenCount == EndlessClient.Words);
        using var replay = new ReplayChatClient(store, streamId);
        var texts = new List<string>();
        Exception? end = await Record.ExceptionAsync(async () =>
        {
            await foreach (ChatResponseUpdate update in replay.GetStreamingResponseAsync(Chats.Question))
            {
                texts.Add(update.Text);
            }
        });
        Assert.Equal(state.Completed ? null : typeof(RecordingIncompleteException), end?.GetType());
        Assert.Equal(state.Content.ToString(), string.Concat(texts));
        return state.Completed;
    }
}
