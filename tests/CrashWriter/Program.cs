using System.Globalization;
using System.Text;
using Daybook;
using Daybook.CrashTesting;
using Daybook.Stores;

// Writes until it is killed. Arguments: the kind of store, its place, a seed, and "mixed" for more than appends.
// Says each append to a shared stream on a line of its own once it is acknowledged; of a stream that one worker owns says how it is to
// be ("!") before each change, and again ("=") once it is acknowledged.
string place = args[1];
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
using Stream output = Console.OpenStandardOutput();
var gate = new Lock();
IEnumerable<Task> workers = Enumerable.Range(0, 4).Select(worker => Task.Run(() => WriteAsync(worker)));
if (args is [.., "mixed"])
{
    workers = workers.Concat(Enumerable.Range(0, 3).Select(worker => Task.Run(() => OwnAsync(worker))));
}

await Task.WhenAll(workers);
return 0;

async Task OwnAsync(int worker)
{
    var random = new Random((seed * 10) + 5 + worker);
    string id = string.Create(CultureInfo.InvariantCulture, $"owned-{worker}");
    OwnedStream stream = await OwnedStream.FindAsync(store, id);
    while (true)
    {
        await stream.ChangeAsync(random, to => Say($"! {id} {to.Digest.Events} {to.Digest.Snapshots}\n"));
        Say($"= {id} {stream.Digest.Events} {stream.Digest.Snapshots}\n");
    }
}

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
