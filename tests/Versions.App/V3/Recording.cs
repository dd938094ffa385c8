using Daybook;

namespace Versions.App;

internal static class Recording
{
    internal static ValueTask<AppendResult> RecordAsync(Order.Recorder order, Command command, AppendOptions options) => command.Do switch
    {
        "place" => order.RecordOrderedAsync(command.Who!, command.Where!, options),
        "pay" => order.RecordPaidAsync(command.What!, options),
        "add" => order.RecordItemAddedAsync(command.What!, command.Count, new(command.Price, "EUR"), options),
        "note" => order.RecordNotedAsync(command.What!, command.Who!, options),
        "weigh" => order.RecordWeighedAsync(command.Count / 1000m, command.Time, options),
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
        replay.On<Ordered>((e, context) => heard.Add(FormattableString.Invariant($"{context.Sequence}.{context.Part} ordered {e.Customer} {e.Channel}")));
        replay.On<Paid>((e, context) => heard.Add(FormattableString.Invariant($"{context.Sequence}.{context.Part} paid {e.PaymentId}")));
        replay.On<ItemAdded>((e, context) => heard.Add(FormattableString.Invariant($"{context.Sequence}.{context.Part} item {e.Sku} {e.Amount} {e.Price.Value} {e.Price.Currency}")));
        replay.On<Noted>((e, context) => heard.Add(FormattableString.Invariant($"{context.Sequence}.{context.Part} note {e.Text} {e.Author}")));
        replay.On<Dispatched>((e, context) => heard.Add(FormattableString.Invariant($"{context.Sequence}.{context.Part} dispatched {e.Carrier}")));
    }
}
