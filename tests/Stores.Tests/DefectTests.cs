using Daybook.CrashTesting;
using Daybook.Stores;
using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>
/// What the systems before Daybook did wrong as stores, each by its number, shown right on every store. Most are promises of the compliance
/// suite already; docs/defects.md has the whole list, and where the others are shown.
/// </summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DefectTests(ITestOutputHelper output)
{
    // Some of them measure what the process allocates: nothing else may run meanwhile.
    private const string Name = "Defects";

    private static readonly string[] Kinds = ["memory", "file", "sqlite"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task G01_Appending_does_not_rewrite_the_stream(string kind)
    {
        const int Count = 100;
        await using StoreFixture fixture = Create(kind);
        await using IEventStore store = await fixture.OpenAsync();
        // What an append allocates stands for what it touches: a rewrite reads and writes the whole stream.
        long early = await AllocatedAsync(store, Count);
        await store.AppendTextAsync("a", [.. Enumerable.Range(0, 20_000).Select(i => $"text {i}")]);
        long late = await AllocatedAsync(store, Count);
        output.WriteLine($"{kind}: {early / Count} bytes an append to a short stream, {late / Count} to a long one");
        Assert.True(late < (early * 2) + 1_000_000, $"{early} bytes, then {late}");
    }

    [Theory]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task G02_A_store_that_cannot_be_read_is_never_taken_for_an_empty_one(string kind)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
        string place = Path.Combine(directory.FullName, "store");
        await using (IEventStore store = TestStores.Open(kind, place))
        {
            await store.AppendTextAsync("a", [.. Enumerable.Range(0, 100).Select(i => $"text {i}")]);
        }

        FileInfo largest = directory.EnumerateFiles("*", SearchOption.AllDirectories).MaxBy(file => file.Length)!;
        byte[] content = await File.ReadAllBytesAsync(largest.FullName, Token);
        content.AsSpan(0, Math.Min(16_384, content.Length)).Fill(0xA5);
        await File.WriteAllBytesAsync(largest.FullName, content, Token);
        Exception exception = await Assert.ThrowsAnyAsync<DaybookException>(async () =>
        {
            await using IEventStore store = TestStores.Open(kind, place);
            await store.AppendTextAsync("a", "one more");
        });
        output.WriteLine(exception.Message);
        Assert.Equal(content, await File.ReadAllBytesAsync(largest.FullName, Token));
        directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task G03_What_was_acknowledged_is_there_after_reopening(string kind) => await RunAsync([kind], "What was acknowledged is there after reopening", "Ids are known after reopening");

    [Fact]
    public Task G04_Appends_at_once_keep_every_event() => RunAsync(
        Kinds, "Fifty appends at once to one stream keep fifty events with sequences 0 to 49", "A reader beside writers sees whole appends, in order");

    [Fact]
    public Task G08_Snapshots_are_kept_and_used() => RunAsync(
        Kinds,
        "A load starts from the snapshot, not from the beginning",
        "The newest snapshot and the newest up to a sequence are found",
        "A state loads to the same with and without a snapshot",
        "A snapshot of an earlier incarnation is not used");

    [Fact]
    public async Task G12_What_is_known_of_a_stream_takes_no_scan()
    {
        foreach (string kind in Kinds)
        {
            await using StoreFixture fixture = Create(kind);
            await using IEventStore store = await fixture.OpenAsync();
            await store.AppendTextAsync("a", "first");
            long few = await AllocatedAsync(() => store.GetStreamInfoAsync("a").AsTask());
            await store.AppendTextAsync("a", [.. Enumerable.Range(0, 20_000).Select(i => $"text {i}")]);
            long many = await AllocatedAsync(() => store.GetStreamInfoAsync("a").AsTask());
            Assert.True(many < (few * 2) + 100_000, $"{kind}: {few} bytes, then {many}");
        }
    }

    [Fact]
    public Task G15_Expected_versions_hold_among_writers() => RunAsync(
        Kinds, "Of many appends that expect the same version one gets through", "A counter that everybody raises by expected versions loses no step");

    [Fact]
    public Task G16_Sequences_are_the_stores_and_go_on_with_the_stream() => RunAsync(Kinds, "Appends number the events of a stream from 0 without gaps", "An append says where all of its events stand");

    [Fact]
    public Task G18_Nobody_changes_history_through_what_he_appended_or_read() => RunAsync(
        Kinds, "A batch can be used again right after its append", "A page stays as it was read while the stream grows", "A page stays as it was read while the stream is deleted");

    [Theory]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task G19_Who_has_a_store_open_sees_what_others_write(string kind)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
        string place = Path.Combine(directory.FullName, "store");
        await using (IEventStore writer = TestStores.Open(kind, place))
        {
            await writer.AppendTextAsync("a", "before");
            await using IEventStore reader = kind == "file" ? EventStores.File(place, new() { ReadOnly = true }) : SqliteEventStores.Open(place, new() { ReadOnly = true });
            for (int i = 1; i < 20; i++)
            {
                Assert.Equal(i, (await reader.ReadTextsAsync("a")).Count);
                await writer.AppendTextAsync("a", $"text {i}");
            }
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public Task G20_Only_the_same_append_counts_as_repeated() => RunAsync(
        Kinds, "A known id with another payload is refused", "A known id with another type is refused", "An append of known ids and then new ones is refused", "An id twice in one append is refused");

    [Fact]
    public Task G22_Time_stamps_are_moments_kept_to_the_tick() => RunAsync(Kinds, "A time stamp of another time zone is the same moment", "Time stamps are kept to the tick");

    [Fact]
    public Task G23_Offsets_are_not_used_again_and_nobody_misses_an_event() => RunAsync(
        Kinds,
        "Offsets are not used again",
        "Below the feed's end nothing appears any more",
        "Who asks the feed again and again beside writers misses nothing and sees nothing twice");

    [Fact]
    public async Task G24_A_step_that_is_done_again_gives_the_same_ids()
    {
        Assert.Equal(EventId.From("run-1", "turn 3, ada, 0"), EventId.From("run-1", "turn 3, ada, 0"));
        Assert.NotEqual(EventId.From("run-1", "turn 3, ada, 0"), EventId.From("run-1", "turn 3, ada, 1"));
        await RunAsync(Kinds, "Ids that are no UUIDv7 are known again too", "A repeated append changes nothing and says where its events stand");
    }

    [Theory]
    [InlineData("file")]
    [InlineData("sqlite")]
    public async Task G25_Opening_a_store_does_not_load_its_events(string kind)
    {
        const int Bytes = 20_000_000;
        await using StoreFixture fixture = Create(kind);
        await using (IEventStore store = await fixture.OpenAsync())
        {
            for (int i = 0; i < 20; i++)
            {
                await store.AppendTextAsync($"stream-{i}", new string('x', Bytes / 20));
            }
        }

        long allocated = await AllocatedAsync(async () =>
        {
            await using IEventStore store = await fixture.OpenAsync();
            using EventPage page = await store.ReadStreamAsync("stream-7", 0, 1, Token);
            return page.Count;
        });
        Assert.True(allocated < Bytes / 2, $"{allocated} bytes");
    }

    [Fact]
    public Task G29_Ids_with_a_line_break_at_the_end_are_refused() => RunAsync(Kinds, "An id with a line break, at the end too, is refused by every call");

    [Fact]
    public Task G30_Every_store_takes_the_same_ids_and_keeps_them_apart() => RunAsync(
        Kinds,
        [.. StoreCompliance.Cases.Select(one => one.Name).Where(name => name.EndsWith("work like any other, each on its own", StringComparison.Ordinal))]);

    [Fact]
    public Task G33_There_is_one_order_of_all_events_and_a_way_to_wait_for_more() => RunAsync(
        Kinds, "The feed gives every event once, by rising offset", "An append wakes who waits for it", "The feed goes on with what is appended later");

    [Fact]
    public Task G34_Queries_go_over_all_streams_with_stable_pages() => RunAsync(
        Kinds,
        "Criteria of a query must hold together",
        "A query finds events that have all of several headers",
        "A query for the newest events is not disturbed by newer ones",
        "A listing gives every stream once, whatever the page size");

    [Fact]
    public Task G35_Sizes_are_limited_and_payloads_can_be_taken_out() => RunAsync(
        Kinds, "A payload over the limit is refused with its size and the limit", "A replaced event has the new type and payload", "A replacement takes the snapshots along");

    /// <summary>Runs cases of the compliance suite by name; all of them apply to all of these stores.</summary>
    private static async Task RunAsync(IEnumerable<string> kinds, params string[] names)
    {
        Assert.NotEmpty(names);
        foreach (string kind in kinds)
        {
            foreach (string name in names)
            {
                await using StoreFixture fixture = Create(kind);
                Assert.Equal(ComplianceResult.Passed, await StoreCompliance.Cases.Single(one => one.Name == name).RunAsync(fixture, Token));
            }
        }
    }

    private static StoreFixture Create(string kind) => kind switch
    {
        "memory" => new MemoryStoreFixture(new()),
        "file" => new FileStoreFixture(new()),
        _ => new SqliteStoreFixture(new()),
    };

    private static Task<long> AllocatedAsync(IEventStore store, int appends) => AllocatedAsync(async () =>
    {
        for (int i = 0; i < appends; i++)
        {
            await store.AppendTextAsync("a", $"more {i}");
        }

        return appends;
    });

    private static async Task<long> AllocatedAsync<T>(Func<Task<T>> run)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        _ = await run();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
