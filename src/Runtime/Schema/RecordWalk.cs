using System.Runtime.InteropServices;
using Daybook.MessagePack;

namespace Daybook.Schema;

/// <summary>
/// Walks the array of a record member by member. Gaps and trailing elements without a member are skipped; members behind the array's end are
/// missing and do not come.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct RecordWalk
{
    private readonly WireType type;
    private readonly int count;
    private int index;
    private int member;

    public RecordWalk(ref MessagePackReader reader, WireType type)
    {
        this.type = type;
        reader.Enter();
        count = reader.ReadArrayHeader();
    }

    /// <summary>Moves to the next member that is there, with the reader at its value; null at the end, with the reader behind the record.</summary>
    public WireMember? Next(ref MessagePackReader reader)
    {
        var next = member < type.Members.Length ? type.Members[member++] : null;
        int target = Math.Min(next?.Key ?? int.MaxValue, count);
        for (; index < target; index++)
        {
            reader.Skip();
        }

        if (next is null || next.Key >= count)
        {
            member = type.Members.Length;
            if (index++ == count)
            {
                reader.Exit();
            }

            return null;
        }

        index++;
        return next;
    }
}
