using Daybook;

namespace Versions.App;

internal static class Recording
{
    internal static ValueTask<AppendResult> RecordAsync(Order.Recorder order, Command command, AppendOptions options) => command.Do switch
    {
        "place" => order.RecordPlacedAsync(command.Who!, command.What, command.Where!, options),
        "add" => order.RecordItemAddedAsync(command.What!, command.Count, command.Price, options),
        "note" => order.RecordNotedAsync(command.What!, command.Who, options),
        "weigh" => order.RecordWeighedAsync(command.Count / 1000m, command.Time, options),
        "view" => order.RecordViewedAsync(command.Who!, options),
        "ship" => order.UpdateAsync(
            (state, batch) =>
            {
                if (state.Carrier is null)
                {
                    batch.RecordDispatched(command.Who!);
                }
            },
            options),
        _ => throw new NotSupportedException(command.Do),
    };

    internal static void Listen(Replay<Order> replay, List<string> heard)
    {
        replay.On<Placed>((e, context) => heard.Add(FormattableString.Invariant($"{context.Sequence}.{context.Part} placed {e.Customer} {e.PaymentId} {e.Channel}")));
        replay.On<ItemAdded>((e, context) => heard.Add(FormattableString.Invariant($"{context.Sequence}.{context.Part} item {e.Sku} {e.Quantity} {e.UnitPrice}")));
        replay.On<Dispatched>((e, context) => heard.Add(FormattableString.Invariant($"{context.Sequence}.{context.Part} dispatched {e.Carrier}")));
    }
}
