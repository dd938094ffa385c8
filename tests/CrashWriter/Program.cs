using System.Globalization;
using System.Text;
using Daybook;
using Daybook.CrashTesting;
using Daybook.Stores;

// Writes until it is killed. Arguments: the kind of store, its place, a seed, and what expires for more than appends.
// Says each append to a shared stream on a line of its own once it is acknowledged.
// With "follow" and a place it reads a file store instead, until its input ends; with "ledger" and a connection string it plays a run, turn by turn;
// with "chat", a kind, a place and a turn it asks a recorded chat client, turn after turn.
using Stream output = Console.OpenStandardOutput();
var gate = new Lock();
string place = args[1];
if (args[0] == "follow")
{
    using var done = new CancellationTokenSource();
    await using var followed = FileEventStore.Open(place, new() { ReadOnly = true });
    Task following = Task.Run(() => new Follower(followed, Say).FollowAsync(done.Token));
    Task input = Console.In.ReadToEndAsync();
    if (await Task.WhenAny(input, following) == input)
    {
        await done.CancelAsync();
    }

    await following;
    return 0;
}

if (args[0] == "ledger")
{
    await PlayedRun.PlayAsync(place, Say);
}

if (args[0] == "chat")
{
    await using IEventStore recordings = TestStores.Open(place, args[2]);
    await EndlessClient.AskAsync(recordings, int.Parse(args[3], CultureInfo.InvariantCulture), Say);
}

int seed = int.Parse(args[2], CultureInfo.InvariantCulture);
IEventStore opened;
try
{
    opened = TestStores.Open(args[0], place);
}
catch (StoreLockedException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}

await using IEventStore store = opened;
Task writing = Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => WriteAsync(worker))));
IEnumerable<Task> mixed = args.Length > 3 ? new MixedWork(store, Enum.Parse<TtlMode>(args[3]), seed, Say).Start() : [];

// None ends but by a failure.
await await Task.WhenAny([writing, .. mixed]);
return 1;

async Task WriteAsync(int worker)
{
    var random = new Random((seed * 10) + worker);
    while (true)
    {
        string stream = string.Create(CultureInfo.InvariantCulture, $"stream-{random.Next(8)}");
        int count = random.Next(4) == 0 ? random.Next(2, 30) : 1;
        using var batch = new AppendBatch();
        batch.Start(stream);
        for (int i = 0; i < count; i++)
        {
            batch.AddText(string.Create(CultureInfo.InvariantCulture, $"{i}/{count} {new string('x', random.Next(40))}"));
        }

        AppendResult result = await store.AppendAsync(batch);
        Say($"{stream} {result.FirstSequence} {count} {batch.Events[0].Id}\n");
    }
}

void Say(FormattableString line)
{
    byte[] bytes = Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture));
    lock (gate)
    {
        output.Write(bytes);
    }
}
