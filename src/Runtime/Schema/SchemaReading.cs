using System.Collections.Immutable;

namespace Daybook.Schema;

/// <summary>
/// Whether a record of today means the same by bytes that an earlier form of it wrote: what was there keeps its key, name and type, new
/// members come behind. Stricter than the bytes alone would ask for: two members that have changed places can be read, but not rightly.
/// </summary>
internal static class SchemaReading
{
    internal static bool CanRead(RecordSchema written, RecordSchema current) =>
        string.Equals(written.Text, current.Text, StringComparison.Ordinal) || CanRead(written.Record, current.Record);

    /// <summary>
    /// Whether free-form data would be read as a member of another type. Any other change of a member's type may be meant so, and fails where it cannot be read;
    /// data are text, and text is read as nearly anything.
    /// </summary>
    internal static bool TakesDataForMembers(RecordSchema written, RecordSchema current) =>
        written.Record.Members.Any(old => old.Type.Kind == WireKind.Json && current.Record.Members.Any(member => member.Key == old.Key && member.Type.Kind != WireKind.Json));

    private static bool CanRead(WireType written, WireType current)
    {
        if (written.IsNullable && !current.IsNullable)
        {
            return false;
        }

        if (written.Kind != current.Kind)
        {
            return IsWider(written.Kind, current.Kind);
        }

        return written.Kind switch
        {
            WireKind.Record => CanReadMembers(written.Members, current.Members),
            WireKind.Union => written.Cases.All(old => current.CaseType(old.Tag) is { } type && CanRead(old.Type, type)),
            WireKind.Enum => (written.Underlying == current.Underlying || IsWider(written.Underlying, current.Underlying)) && HaveSameMeaning(written, current),
            // What they refer to is compared where it stands.
            WireKind.Reference => true,
            _ => written.Arguments.Length == current.Arguments.Length && written.Arguments.Zip(current.Arguments).All(pair => CanRead(pair.First, pair.Second)),
        };
    }

    private static bool CanReadMembers(ImmutableArray<WireMember> written, ImmutableArray<WireMember> current)
    {
        int last = written.IsEmpty ? -1 : written[^1].Key;
        foreach (WireMember member in current)
        {
            WireMember? old = written.FirstOrDefault(other => other.Key == member.Key);
            bool isReadable = old is null
                ? member.Key > last || member.Type.IsNullable
                : string.Equals(old.Name, member.Name, StringComparison.Ordinal) && CanRead(old.Type, member.Type);
            if (!isReadable)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HaveSameMeaning(WireType written, WireType current) =>
        written.Constants.All(constant => current.ConstantName(constant.Value) is var name && (name is null || string.Equals(name, constant.Name, StringComparison.Ordinal)));

    private static bool IsWider(WireKind written, WireKind current) =>
        SchemaNames.Range(written, out Int128 low, out Int128 high) && SchemaNames.Range(current, out Int128 least, out Int128 greatest) && least <= low && greatest >= high;
}
