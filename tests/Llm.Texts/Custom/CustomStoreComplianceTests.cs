using Daybook.Testing;

namespace Daybook.Tests.Llm.Texts.Custom;

/// <summary>The custom stores of the texts do what every store must do.</summary>
public sealed class CustomStoreComplianceTests
{
    private static readonly string[] RuledOut =
    [
        "the store cannot truncate streams",
        "the store cannot replace events",
        "the store was not opened with a hash chain",
        "the store's feed is exact",
        "the store takes changes",
        "the store cannot be opened again",
    ];

    public static TheoryData<string> Names => [.. StoreCompliance.Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_Redis_store_complies(string name) => CompliesAsync(name, OpenRedisAsync);

    [Theory]
    [MemberData(nameof(Names))]
    public Task The_PostgreSQL_store_complies(string name) => CompliesAsync(name, OpenPostgresAsync);

    [Fact]
    public Task Clients_of_the_Redis_store_see_one_order() => SeeOneOrderAsync(OpenRedisAsync);

    [Fact]
    public Task Clients_of_the_PostgreSQL_store_see_one_order() => SeeOneOrderAsync(OpenPostgresAsync);

    private static Task<IEventStore> OpenRedisAsync() => Task.FromResult<IEventStore>(new RedisEventStore(new()));

    private static async Task<IEventStore> OpenPostgresAsync() => await new PostgresEventStore(await SqlPool.ConnectAsync("postgresql://localhost/test")).CreateTablesAsync();

    private static async Task SeeOneOrderAsync(Func<Task<IEventStore>> open)
    {
        await using IEventStore store = await open();
        LinearizabilityReport report = await LinearizabilityRun.RunAsync([store], new() { Rounds = 30 }, TestContext.Current.CancellationToken);
        Assert.Equal(30, report.Rounds);
    }

    private static async Task CompliesAsync(string name, Func<Task<IEventStore>> open)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        await using var fixture = new Fixture(open);
        ComplianceResult result = await StoreCompliance.Cases.Single(one => one.Name == name).RunAsync(fixture, limit.Token);
        if (result.NotApplicable is { } reason)
        {
            Assert.Contains(reason, RuledOut);
        }
    }

    private sealed class Fixture(Func<Task<IEventStore>> open) : StoreFixture
    {
        public override bool CanReopen => false;

        public override async ValueTask<IEventStore> OpenAsync() => await open();
    }
}
