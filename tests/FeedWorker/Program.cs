using System.Globalization;
using Daybook;
using Daybook.FeedTesting;
using Daybook.Stores;

// One role in a test with several processes; most of them are killed.
string role = args[0];
string directory = args[1];
using Stream output = Console.OpenStandardOutput();
switch (role)
{
    case "write":
        await using (var store = FileEventStore.Open(directory, Worker.Options))
        {
            Worker.Say(output, "open");
            await Worker.WriteAsync(store, first: 0, int.Parse(args[2], CultureInfo.InvariantCulture), seed: 7);
        }

        return 0;
    case "handle":
        await using (var store = FileEventStore.Open(directory, Worker.Options))
        {
            // The offset is said while the event is handled, so before any checkpoint behind it.
            Subscription subscription = store.Subscribe("handler", new() { CheckpointEvery = 50, PageSize = 300 })
                .OnAny(envelope => Worker.Say(output, envelope.Offset.ToString(CultureInfo.InvariantCulture)));
            await subscription.CatchUpAsync();
            Worker.Say(output, "done");
        }

        return 0;
    case "project":
        await using (var store = FileEventStore.Open(directory, Worker.Options))
        {
            (View<Trace> all, KeyedView<Trace> each) = Worker.Views(store, () => Worker.Say(output, "event"));
            await Task.WhenAll(Task.Run(() => all.CatchUpAsync().AsTask()), Task.Run(() => each.CatchUpAsync().AsTask()));
            await all.SaveAsync();
            await each.SaveAsync();
            Worker.Say(output, "done");
        }

        return 0;
    case "follow":
        long wanted = long.Parse(args[2], CultureInfo.InvariantCulture);
        await using (var store = FileEventStore.Open(directory, Worker.Options with { ReadOnly = true }))
        {
            await foreach (Envelope envelope in store.Subscribe(EventQuery.All.Of<Added>()))
            {
                _ = envelope.TryGet(out Added added);
                Worker.Say(output, added.Number.ToString(CultureInfo.InvariantCulture));
                if (--wanted == 0)
                {
                    break;
                }
            }
        }

        return 0;
    default:
        return 1;
}
