using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Daybook.CrashTesting;

/// <summary>A run in a ledger that is played until the process is killed, and taken up where the ledger ends.</summary>
public static class PlayedRun
{
    public const string Id = "run-1";
    public const int EventsOfATurn = 3;

    /// <summary>Says the turn at which it begins, and each event once it is acknowledged.</summary>
    [DoesNotReturn]
    public static async Task PlayAsync(string ledger, Action<FormattableString> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        await using Ledger opened = await Ledger.OpenAsync(ledger, registry: new EventStoreRegistry().AddSqlite());

        // Nobody knows how far the last turn went, so it is played again from its beginning.
        int turn = (await opened.GetLastAsync())?.Event.Turn ?? 0;
        say($"from {turn}\n");
        for (; ; turn++)
        {
            for (int ordinal = 0; ordinal < EventsOfATurn; ordinal++)
            {
                _ = await opened.AppendAsync(EventOf(turn, ordinal));
                say($"{turn} {ordinal}\n");
            }
        }
    }

    /// <summary>The same step is the same event, whoever plays it.</summary>
    public static LedgerEvent EventOf(int turn, int ordinal) => new()
    {
        Id = LedgerEvent.IdOf(Id, turn, "ada", ordinal),
        RunId = Id,
        Turn = turn,
        Kind = "agent.spoke",
        Actor = "ada",
        Payload = JsonElement.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"text":"{{turn}}.{{ordinal}}"}""")),
    };
}
