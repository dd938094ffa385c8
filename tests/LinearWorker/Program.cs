using System.Globalization;
using System.Text;
using Daybook;
using Daybook.LinearTesting;
using Daybook.Testing;

// One process's part in a linearizability run over an SQLite database. Arguments: the database, a seed, how many clients, the number
// of the first one, and the calls of each in a round. Lines of input ask for a round ("round", its number, where the feed ends, the streams) or
// for its end ("end"); the answers are what the clients did and what was seen of the feed.
var options = new LinearizabilityOptions { Seed = Number(1), Clients = Number(2), CallsPerRound = Number(4) };
await using IEventStore store = SqliteEventStores.Open(args[0], new() { PollInterval = TimeSpan.FromMilliseconds(5) });
using var part = new LinearizabilityPart([store], options, firstClient: Number(3));
await using var output = new BinaryWriter(Console.OpenStandardOutput(), Encoding.UTF8);
while (await Console.In.ReadLineAsync() is { } line)
{
    if (line.Split(' ') is ["round", var round, var start, .. var streams])
    {
        output.Write(await part.WorkAsync(int.Parse(round, CultureInfo.InvariantCulture), streams, long.Parse(start, CultureInfo.InvariantCulture), default));
    }
    else
    {
        output.Write(await part.EndAsync(default));
    }

    output.Flush();
}

int Number(int argument) => int.Parse(args[argument], CultureInfo.InvariantCulture);
