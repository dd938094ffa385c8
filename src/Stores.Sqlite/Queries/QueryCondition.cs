namespace Daybook.Stores.Sqlite;

/// <summary>One thing that a query asks of events.</summary>
/// <param name="Filter">
/// What holds of the rows <c>e</c> of <c>events</c> and <c>s</c> of <c>streams</c>; each <c>?</c> is one of the values,
/// and <c>{from}</c> and <c>{before}</c> are the window's ends.
/// </param>
/// <param name="Values">The values: numbers, texts, or the bytes of texts.</param>
/// <param name="Offsets">The offsets of the events of which it holds, by an index; an <c>AND</c> may follow.</param>
/// <param name="Lookups">The values of <paramref name="Offsets"/>: one set, or as many as there are alternatives.</param>
internal sealed record QueryCondition(string Filter, object[] Values, string Offsets, object[][] Lookups)
{
    internal QueryCondition(string filter, string offsets, params object[] values)
        : this(filter, values, offsets, [values])
    {
    }

    /// <summary>Binds values from a parameter on.</summary>
    /// <returns>The parameter behind them.</returns>
    internal static int Bind(Statement statement, int parameter, object[] values)
    {
        foreach (object value in values)
        {
            _ = value switch
            {
                long number => statement.Bind(parameter++, number),
                byte[] bytes => statement.BindText(parameter++, bytes),
                _ => statement.Bind(parameter++, (string)value),
            };
        }

        return parameter;
    }
}
