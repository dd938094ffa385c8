using System.Globalization;
using Daybook;
using Daybook.CrashTesting;
using Daybook.Stores;

// Appends until it is killed; says each append on a line of its own once it is acknowledged.
// Arguments: the kind of store, its place, a seed.
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
await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => WriteAsync(worker))));
return 0;

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
        string line = string.Create(CultureInfo.InvariantCulture, $"{stream} {result.FirstSequence} {count} {batch.Events[0].Id}\n");
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(line);
        lock (gate)
        {
            output.Write(bytes);
        }
    }
}
