using System.Globalization;

namespace Daybook.Tests.Determinism;

/// <summary>Streams with guests who come, leave and pay.</summary>
internal static class Guests
{
    internal const string Stream = "guests";

    /// <summary>Records a stream: a name is somebody who comes, with a minus somebody who leaves, a number what is paid.</summary>
    internal static async Task<IEventStore> RecordAsync(params IEnumerable<string> texts)
    {
        IEventStore store = EventStores.Memory();
        var recorder = new House.Recorder(store, Stream);
        foreach (string text in texts)
        {
            _ = decimal.TryParse(text, CultureInfo.InvariantCulture, out decimal amount) && amount > 0
                ? await recorder.RecordPaidAsync(amount)
                : text.StartsWith('-') ? await recorder.RecordLeftAsync(text[1..]) : await recorder.RecordCameAsync(text);
        }

        return store;
    }
}
