using System.Globalization;

namespace Daybook.Analyzers.Schema;

internal sealed partial class SchemaComparer
{
    /// <summary>Whether everything that was written as one type is read as the other (docs/schema.md, wire layouts).</summary>
    private static bool IsWider(SchemaNode old, SchemaNode current) => (old.Word, current.Word) switch
    {
        (SchemaNode.Enum, _) => IsWiderNumber(old.Underlying, current.Word),
        (_, SchemaNode.Enum) => IsWiderNumber(old.Word, current.Underlying),
        ("float32", "float64") or ("uri" or "version" or "guid" or "decimal", "string") => true,
        ("set", "list") => old.Parts.Count == current.Parts.Count,
        _ => IsWiderNumber(old.Word, current.Word),
    };

    private static bool IsWiderNumber(string old, string current)
    {
        (int oldSize, bool isOldSigned) = SizeOf(old);
        (int size, bool isSigned) = SizeOf(current);
        return oldSize > 0 && (isOldSigned == isSigned ? size >= oldSize : isSigned && size > oldSize);
    }

    private static (int Size, bool IsSigned) SizeOf(string type)
    {
        bool isSigned = type.StartsWith("int", StringComparison.Ordinal);
        string digits = isSigned ? type.Substring(3) : type.StartsWith("uint", StringComparison.Ordinal) ? type.Substring(4) : "";
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? (size, isSigned) : (0, false);
    }
}
