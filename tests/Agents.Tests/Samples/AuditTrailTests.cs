using System.Buffers;
using Daybook.Schema;
using Daybook.Stores;

namespace Daybook.Tests.Agents.Samples;

/// <summary>The sample with an anchor in a file, run again on what it left, and on more streams than a listing gives at once.</summary>
public sealed class AuditTrailTests : IDisposable
{
    private const int More = 1010;

    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Place => _directory + "/store";

    private string Anchor => _directory + "/anchor";

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task What_the_anchor_covers_is_verified_the_next_time()
    {
        Assert.DoesNotContain("since the last time", (await RunAsync()).Output, StringComparison.Ordinal);
        string anchor = await File.ReadAllTextAsync(Anchor, Stop);
        Assert.Equal(3, StoreAnchor.Parse(anchor).Streams);

        // Two of the three were purged since.
        (int code, string output) = await RunAsync();
        Assert.Equal(0, code);
        Assert.StartsWith("since the last time: intact, 2 streams deleted\naudit/2026-03-01/ada: 2 events, last 'pay 10'\n", output, StringComparison.Ordinal);
        Assert.NotEqual(anchor, await File.ReadAllTextAsync(Anchor, Stop));
    }

    [Fact]
    public async Task What_is_not_intact_is_told_and_not_anchored()
    {
        _ = await RunAsync();
        string anchor = await File.ReadAllTextAsync(Anchor, Stop);
        await using (IEventStore store = await OpenAsync())
        {
            // It says what another one says.
            using EventPage page = await store.ReadStreamAsync("audit/2026-03-03/bob", 0, 1, Stop);
            _ = await store.ReplaceEventAsync("audit/2026-03-02/ada", 0, page.Types[page.Events[0].TypeIndex], page.PayloadOf(page.Events[0]).ToArray(), cancellationToken: Stop);
        }

        Assert.Equal((1, "since the last time: Stream 'audit/2026-03-02/ada', sequence 0: this event is not what was recorded., 0 streams deleted\n"), await RunAsync());
        Assert.Equal(anchor, await File.ReadAllTextAsync(Anchor, Stop));
    }

    [Fact]
    public async Task A_store_in_place_of_the_anchored_one_is_noticed()
    {
        _ = await RunAsync();
        Directory.Delete(Place, recursive: true);
        (int code, string output) = await RunAsync();
        Assert.Equal(1, code);
        Assert.Contains("knows nothing of the anchor", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_streams_than_a_page_of_a_listing_has_are_all_listed()
    {
        _ = await RunAsync();
        await using (IEventStore store = await OpenAsync())
        {
            using EventPage page = await store.ReadStreamAsync("audit/2026-03-03/bob", 0, 1, Stop);
            RecordSchema schema = page.Types[page.Events[0].TypeIndex];
            byte[] payload = page.PayloadOf(page.Events[0]).ToArray();
            using var batch = new AppendBatch();
            for (int n = 0; n < 2 * More; n++)
            {
                // Half of them on the day that is listed stream by stream and then purged, half on one that stays.
                int day = n < More ? 1 : 3;
                batch.Start($"audit/2026-03-0{day}/x{n % More:d4}", "audit");
                batch.Buffer.Write(payload);
                batch.Add(schema, new(Guid.CreateVersion7()), new(2026, 3, day, 0, 0, 0, TimeSpan.Zero), metadata: null, payloadStart: 0);
                _ = await store.AppendAsync(batch, Stop);
            }
        }

        (int code, string output) = await RunAsync();
        Assert.Equal(0, code);
        Assert.Equal(More + 2, output.Split('\n').Count(line => line.StartsWith("audit/2026-03-01/", StringComparison.Ordinal)));
        Assert.Contains($"\naudit/2026-03-01/x{More - 1}: 1 events, last 'log out'\n", output, StringComparison.Ordinal);
        Assert.EndsWith($"purged {More + 3} events\nstreams left: {More + 2}\n", output, StringComparison.Ordinal);
    }

    private ValueTask<IEventStore> OpenAsync() => EventStores.OpenAsync($"file:{Place}?chain=true&durability=written", cancellationToken: Stop);

    private async Task<(int ExitCode, string Output)> RunAsync()
    {
        (int code, string output, string errors) = await SampleProgram.RunAsync("AuditTrail", $"file:{Place}?chain=true&durability=written", Anchor);
        Assert.Equal("", errors);
        return (code, output);
    }
}
