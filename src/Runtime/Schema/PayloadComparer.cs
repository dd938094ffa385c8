using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>
/// Finds where two payloads of a record differ. Maps and sets are compared without order; scalars are equal when their values print the same,
/// so 1.0 and 1.00 differ as decimals and the encoding of an integer does not matter.
/// </summary>
public static class PayloadComparer
{
    /// <summary>Compares two payloads of one schema.</summary>
    /// <param name="schema">The schema of both.</param>
    /// <param name="left">One payload.</param>
    /// <param name="right">The other payload.</param>
    /// <returns>Every difference, in the order of the members; none when they are equal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="schema"/> is null.</exception>
    /// <exception cref="MessagePackFormatException">A payload is malformed, or not of the schema.</exception>
    public static IReadOnlyList<PayloadDifference> Compare(RecordSchema schema, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
        => Compare(schema, left, schema, right);

    /// <summary>Compares two payloads of two schemas of the same record. Members are the same when their keys are.</summary>
    /// <param name="leftSchema">The schema of the left payload.</param>
    /// <param name="left">One payload.</param>
    /// <param name="rightSchema">The schema of the right payload.</param>
    /// <param name="right">The other payload.</param>
    /// <returns>Every difference, in the order of the members; none when they are equal.</returns>
    /// <exception cref="ArgumentNullException">A schema is null.</exception>
    /// <exception cref="MessagePackFormatException">A payload is malformed, or not of its schema.</exception>
    public static IReadOnlyList<PayloadDifference> Compare(
        RecordSchema leftSchema,
        ReadOnlySpan<byte> left,
        RecordSchema rightSchema,
        ReadOnlySpan<byte> right)
    {
        ArgumentNullException.ThrowIfNull(leftSchema);
        ArgumentNullException.ThrowIfNull(rightSchema);
        var walk = new PayloadComparison();
        var leftReader = new MessagePackReader(left);
        var rightReader = new MessagePackReader(right);
        walk.Compare(ref leftReader, leftSchema.Record, ref rightReader, rightSchema.Record, "");
        PayloadNumber.RefuseRest(ref leftReader);
        PayloadNumber.RefuseRest(ref rightReader);
        return walk.Differences;
    }
}
