using Daybook.Llm;
using Daybook.Testing;
using static Daybook.Tests.L0.Streams;

namespace Daybook.Tests.L0;

/// <summary>A store of one's own, as the documents show for Redis and PostgreSQL.</summary>
public sealed class CustomStoreTests
{
    public static TheoryData<string> Names => [.. StoreCompliance.Cases.Select(one => one.Name)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_a_store_like_any_other(string name)
    {
        await using var fixture = new Fixture();
        _ = await StoreCompliance.Cases.Single(one => one.Name == name).RunAsync(fixture, Stop);
    }

    [Fact]
    public async Task Registered_it_opens_by_configuration_with_prefix_and_time_to_live()
    {
        var clock = new ManualTimeProvider(Start);
        var server = new KeyValues();
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        l0.RegisterAdapter("redis", config => l0.WithTtl(new KeyValueEventStore(server, config), config.Ttl));
        var config = new StorageAdapterConfig("redis") { Connection = "redis://localhost:6379", Prefix = "l0_events", Ttl = TimeSpan.FromDays(1) };
        await using (IEventStore store = await l0.CreateAsync(config, Stop))
        {
            LlmState.Recorder recorder = l0.Recorder(store, "s");
            _ = await recorder.RecordTokenAsync("a", 0, cancellationToken: Stop);
            _ = await recorder.RecordCompleteAsync("a", 1, cancellationToken: Stop);
            await store.SaveSnapshotAsync("s", await store.LoadAsync<LlmState>("s", 0, cancellationToken: Stop), cancellationToken: Stop);
        }

        Assert.Contains("l0_events:stream:s", server.Keys);
        await using IEventStore again = await l0.CreateAsync(config, Stop);
        await using IEventStore other = await l0.CreateAsync(config with { Prefix = "other" }, Stop);
        Assert.True((await l0.ReplayAsync("s", again, cancellationToken: Stop)).State.Completed);
        Assert.Equal(1, (await again.GetSnapshotAsync<LlmState>("s", 0, Stop))?.Version);
        Assert.False(await other.ExistsAsync("s", Stop));
        clock.Advance(TimeSpan.FromDays(2));
        Assert.False(await again.ExistsAsync("s", Stop));
    }

    private sealed class Fixture : StoreFixture
    {
        private readonly KeyValues _server = new();

        public override bool CanReopen => true;

        public override ValueTask<IEventStore> OpenAsync() => new(new KeyValueEventStore(_server, new("redis")));
    }
}
