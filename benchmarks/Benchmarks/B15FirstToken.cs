using BenchmarkDotNet.Attributes;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Benchmarks;

/// <summary>From the call to the first chunk: what recording adds is the request's JSON and hash, microseconds against a model's hundreds of milliseconds.</summary>
[MemoryDiagnoser]
public class B15FirstToken
{
    private static readonly ChatMessage[] Question = [.. Enumerable.Range(0, 8).Select(i => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, new string('x', 400)))];

    private readonly B15Chat.TokenClient _client = new(1);
    private readonly IEventStore _store = EventStores.Memory();

    [Benchmark(Baseline = true)]
    public Task<ChatResponseUpdate> Bare() => FirstAsync(_client);

    [Benchmark]
    public Task<ChatResponseUpdate> Recorded() => FirstAsync(_client.Recorded(_store));

    private static async Task<ChatResponseUpdate> FirstAsync(IChatClient client)
    {
        await using IAsyncEnumerator<ChatResponseUpdate> updates = client.GetStreamingResponseAsync(Question).GetAsyncEnumerator();
        _ = await updates.MoveNextAsync();
        return updates.Current;
    }
}
