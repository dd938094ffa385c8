using Daybook.Llm;
using Daybook.Testing;

namespace Daybook.Tests.Chat;

/// <summary>The writer behind a response, among more callers than a response has, so that everything meets.</summary>
public sealed class ChatEventWriterTests
{
    private const int Rounds = 60;

    [Fact]
    public async Task Nothing_is_written_behind_a_gap()
    {
        for (int round = 0; round < Rounds; round++)
        {
            await using IEventStore memory = EventStores.Memory();

            // The append is done and its answer gets lost: a later one would fit behind it, whatever is missing in between.
            var store = new FaultInjectingStore(memory);
            store.Add(Fault.LostAnswer() with { Skip = round % 8 });
            var failures = new List<Exception>();
            var writer = new ChatEventWriter(new(store, "s", new() { MaxAttempts = 1 }), 0, failures.Add);
            int count = 0;
            Task[] callers = [.. Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(WriteAll, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
            await Task.WhenAll(callers);
            await writer.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

            _ = Assert.IsType<AppendOutcomeUnknownException>(Assert.Single(failures));
            int[] indexes = [.. (await memory.EventsAsync<TokenEvent>("s")).Select(token => token.Index)];
            Assert.True(indexes.SequenceEqual(Enumerable.Range(0, indexes.Length)), $"Round {round}: there is a gap before the end of {indexes.Length} tokens.");

            void WriteAll()
            {
                while (true)
                {
                    lock (writer.Gate)
                    {
                        if (writer.Failure is not null)
                        {
                            return;
                        }

                        writer.BatchFor(16).RecordToken("x", count++);
                        writer.Send(1);
                    }
                }
            }
        }
    }
}
