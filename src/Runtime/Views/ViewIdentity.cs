using System.Globalization;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>What all records of a view have in common.</summary>
/// <param name="value">The state's identity, the query's, and whether there is one state for each key.</param>
internal sealed class ViewIdentity<TState>(ulong value)
    where TState : IState<TState>
{
    internal static ViewIdentity<TState> Of(EventQuery query, bool isKeyed) => new(RecordSchema.FingerprintOf(
        string.Create(CultureInfo.InvariantCulture, $"{StateIdentity.Of<TState>():x16} {QueryText.FingerprintOf(query):x16} {(isKeyed ? "keyed" : "one")}")));

    /// <summary>Whether a record is of this view as it is declared now.</summary>
    internal bool Matches(ViewRecord record) => record.Identity == value;

    internal ViewRecord Record(string build, long offset, ReadOnlyMemory<byte> body) => new()
    {
        State = TState.Schema.Name,
        StateVersion = TState.Schema.Version,
        Identity = value,
        Build = build,
        Offset = offset,
        Body = body,
    };

    internal ViewRecord Record(string build, long offset, TState state)
    {
        using var buffer = new PooledBuffer();
        Snapshots.Write(buffer, state);
        return Record(build, offset, buffer.WrittenSpan.ToArray());
    }

    internal static TState Read(in ViewRecord record)
    {
        var reader = new MessagePackReader(record.Body.Span);
        return TState.Read(ref reader);
    }
}
