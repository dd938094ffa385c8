using System.Runtime.InteropServices;

namespace Daybook.Schema;

/// <param name="Quoted">Texts in quotes, with escapes.</param>
/// <param name="Sorted">Sets and maps in the order of their entries' texts, so that equal ones are equal texts.</param>
/// <param name="LongestText">Chars of a text, and twice the bytes of a binary, before it is cut.</param>
/// <param name="MostItems">Items of a collection before the others are only counted.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PayloadTextStyle(bool Quoted, bool Sorted, int LongestText, int MostItems)
{
    /// <summary>Like the <c>ToString</c> of a record, on one line.</summary>
    public static PayloadTextStyle Display => new(Quoted: false, Sorted: false, LongestText: 80, MostItems: 8);

    /// <summary>One side of a difference.</summary>
    public static PayloadTextStyle Difference => new(Quoted: true, Sorted: false, LongestText: 80, MostItems: 8);

    /// <summary>Complete, and equal for equal values only.</summary>
    public static PayloadTextStyle Identity => new(Quoted: true, Sorted: true, int.MaxValue, int.MaxValue);
}
