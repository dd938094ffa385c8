using Daybook.Llm;
using Daybook.Testing;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>A custom store behind an adapter is what its configuration says.</summary>
public sealed class ConfiguredStoreTests
{
    [Fact]
    public async Task It_opens_with_prefix_and_time_to_live()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var server = new RedisClient(clock);
        var l0 = new EventSourcing(new() { TimeProvider = clock });
        l0.RegisterAdapter("redis", config => l0.WithTtl(new RedisEventStore(server, config.Prefix!), config.Ttl));
        var config = new StorageAdapterConfig("redis") { Connection = "redis://localhost:6379", Prefix = "l0_events", Ttl = TimeSpan.FromDays(1) };
        await using (IEventStore store = await l0.CreateAsync(config))
        {
            LlmState.Recorder recorder = l0.Recorder(store, "s");
            _ = await recorder.RecordTokenAsync("a", 0);
            _ = await recorder.RecordCompleteAsync("a", 1);
            await store.SaveSnapshotAsync("s", await store.LoadAsync<LlmState>("s", 0));
        }

        Assert.True(server.Exists("l0_events:stream:s"));
        await using IEventStore again = await l0.CreateAsync(config);
        await using IEventStore other = await l0.CreateAsync(config with { Prefix = "other" });
        Assert.True((await l0.ReplayAsync("s", again)).State.Completed);
        Assert.Equal(1, (await again.GetSnapshotAsync<LlmState>("s", 0))?.Version);
        Assert.False(await other.ExistsAsync("s"));
        clock.Advance(TimeSpan.FromDays(2));
        Assert.False(await again.ExistsAsync("s"));
    }
}
