using System.Text;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>Shows a payload to people, on one line.</summary>
public static class PayloadDisplay
{
    /// <summary>
    /// Text like a record's own: <c>cart.item-added { Sku = sku-1, Quantity = 2 }</c>. Texts over 80 characters and collections over 8 items
    /// are shortened; missing members are left out.
    /// </summary>
    /// <param name="schema">The payload's schema.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>One line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    /// <exception cref="MessagePackFormatException">The payload is malformed, or not of that schema.</exception>
    public static string ToDisplay(RecordSchema schema, ReadOnlySpan<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var text = new StringBuilder();
        var reader = new MessagePackReader(payload);
        new PayloadText(PayloadTextStyle.Display).Append(text, ref reader, schema.Record);
        PayloadNumber.RefuseRest(ref reader);
        return text.ToString();
    }
}
