using System.Globalization;
using Daybook.CrashTesting;

namespace Daybook.Tests.Stores.Ledgers;

/// <summary>A program that plays a run is killed over and over; the ledger has each step once, and all that was acknowledged.</summary>
public sealed class LedgerKillTests(ITestOutputHelper output)
{
    private const int Kills = 10;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("file:{0}")]
    [InlineData("sqlite:{0}.db")]
    public async Task A_killed_program_goes_on_after_the_last_event(string place)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("daybook-");
        string connection = place.Replace("{0}", Path.Combine(directory.FullName, "log"), StringComparison.Ordinal);
        var registry = new EventStoreRegistry().AddSqlite();
        var random = new Random(1);
        long before = 0;
        int expectedTurn = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using KilledWriter writer = await KilledWriter.StartAsync("ledger", connection);
            for (int steps = random.Next(PlayedRun.EventsOfATurn, 10); steps >= 0; steps--)
            {
                await writer.WaitForAsync("");
            }

            string[] said = (await writer.KillAsync(TimeSpan.FromMilliseconds(random.Next(20)))).Split('\n')[..^1];
            Assert.Equal($"from {expectedTurn}", said[0]);
            await using Ledger ledger = await Ledger.OpenAsync(connection, LedgerFallback.None, registry, Stop);
            long written = 0;
            await foreach (LedgerEntry entry in ledger.ReadRunAsync(PlayedRun.Id, Stop))
            {
                (long turn, long ordinal) = Math.DivRem(written++, PlayedRun.EventsOfATurn);
                LedgerEvent step = PlayedRun.EventOf((int)turn, (int)ordinal);
                Assert.Equal((step.Id, step.Turn, step.Payload.GetRawText()), (entry.Event.Id, entry.Event.Turn, entry.Event.Payload.GetRawText()));
            }

            // Its last line may be cut off; at most one step was written and not acknowledged.
            long acknowledged = said.Skip(1).Max(NumberOf);
            Assert.InRange(written, acknowledged, acknowledged + 1);
            Assert.True(written > before);
            before = written;
            expectedTurn = (int)((written - 1) / PlayedRun.EventsOfATurn);
        }

        output.WriteLine($"{Kills} kills, {before} steps");
        directory.Delete(recursive: true);
    }

    // How many steps there are with this one.
    private static long NumberOf(string line)
    {
        string[] parts = line.Split(' ');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture) * PlayedRun.EventsOfATurn) + long.Parse(parts[1], CultureInfo.InvariantCulture) + 1;
    }
}
