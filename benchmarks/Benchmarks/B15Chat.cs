using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Benchmarks;

/// <summary>A chat client of a million chunks, bare and recorded; per chunk. The store is new each time, so that it does not fill the machine.</summary>
[MemoryDiagnoser]
public class B15Chat
{
    private const int Chunks = 1_000_000;

    private static readonly ChatMessage[] Question = [new(ChatRole.User, "What is an event?")];

    private readonly TokenClient _client = new(Chunks);
    private string _directory = "";

    [GlobalSetup]
    public void SetUp() => _directory = Directory.CreateTempSubdirectory("daybook-chat-").FullName;

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_directory, recursive: true);

    [Benchmark(Baseline = true, OperationsPerInvoke = Chunks)]
    public ValueTask<int> Bare() => ReadAsync(_client);

    [Benchmark(OperationsPerInvoke = Chunks)]
    public async Task<int> RecordedIntoMemory()
    {
        await using IEventStore store = EventStores.Memory();
        return await ReadAsync(_client.Recorded(store));
    }

    [Benchmark(OperationsPerInvoke = Chunks)]
    public async Task<int> RecordedIntoFile()
    {
        await using IEventStore store = EventStores.File(Path.Combine(_directory, Guid.NewGuid().ToString()));
        return await ReadAsync(_client.Recorded(store));
    }

    private static async ValueTask<int> ReadAsync(IChatClient client)
    {
        int count = 0;
        await foreach (ChatResponseUpdate update in client.GetStreamingResponseAsync(Question))
        {
            count += update.Contents.Count;
        }

        return count;
    }

    /// <summary>Says the same word again and again, each in an update of its own.</summary>
    internal sealed class TokenClient(int count) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            for (int i = 0; i < count; i++)
            {
                yield return new(ChatRole.Assistant, " word") { ResponseId = "r", ModelId = "m" };
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
