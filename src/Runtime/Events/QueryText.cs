using System.Globalization;
using System.Text;
using Daybook.Schema;

namespace Daybook;

/// <summary>Tells queries from each other, across processes.</summary>
internal static class QueryText
{
    /// <summary>The same number for queries that ask for the same.</summary>
    internal static ulong FingerprintOf(EventQuery query)
    {
        var text = new StringBuilder();
        foreach (string type in query.Types.Select(type => type.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Add("type", type);
        }

        Add("category", query.Category);
        Add("prefix", query.StreamPrefix);
        Add("from", query.From?.UtcTicks.ToString(CultureInfo.InvariantCulture));
        Add("before", query.Before?.UtcTicks.ToString(CultureInfo.InvariantCulture));
        Add("correlation", query.CorrelationId);
        Add("causation", query.CausationId);
        Add("actor", query.Actor);
        Add("source", query.Source);
        foreach ((string name, string value) in query.Headers)
        {
            Add("header", name);
            Add("value", value);
        }

        Add("newest", query.NewestFirst ? "first" : null);
        return RecordSchema.FingerprintOf(text.ToString());

        // Lengths keep one value from looking like two.
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                _ = text.Append(CultureInfo.InvariantCulture, $"{name} {value.Length} {value}\n");
            }
        }
    }
}
