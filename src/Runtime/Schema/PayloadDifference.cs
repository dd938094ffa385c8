using System.Runtime.InteropServices;

namespace Daybook.Schema;

/// <summary>One place where two payloads differ.</summary>
/// <param name="Path">Where: <c>Lines[1].Quantity</c>, <c>Headers["x"]</c>; empty for the whole payload.</param>
/// <param name="Left">The left value for display, or <c>(missing)</c>.</param>
/// <param name="Right">The right value for display, or <c>(missing)</c>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PayloadDifference(string Path, string Left, string Right)
{
    /// <summary>What stands for a value that is not there.</summary>
    public const string Missing = "(missing)";

    /// <summary>Path and both values.</summary>
    /// <returns>For instance <c>Lines[1].Quantity: 2 vs 3</c>.</returns>
    public override string ToString() => $"{(Path.Length > 0 ? Path : "(all)")}: {Left} vs {Right}";
}
