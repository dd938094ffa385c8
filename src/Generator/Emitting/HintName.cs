using System.Globalization;
using System.Text;
using Daybook.Generator.Equatable;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>Names of generated files. Two that differ only in case would end the whole generation.</summary>
internal static class HintName
{
    private const int MaxLength = 120;

    /// <summary>The names that are not unique when case is ignored.</summary>
    public static EquatableArray<string> FindCollisions(IEnumerable<string> names) =>
        new(names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).SelectMany(group => group).OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The name of a file of a declaration; the ending tells several of them apart, and starts with what no type's name holds.</summary>
    public static string Of(Containment containment, EquatableArray<string> collisions, string ending = "")
    {
        string name = containment.FileName;
        var text = new StringBuilder();
        foreach (char c in name)
        {
            text.Append(c is '.' or '_' or '-' || (c < 128 && char.IsLetterOrDigit(c)) ? c : '_');
        }

        bool isPlain = string.Equals(text.ToString(), name, StringComparison.Ordinal) && name.Length <= MaxLength && !collisions.Contains(name, StringComparer.Ordinal);
        return isPlain ? $"{name}{ending}.g.cs" : $"{text.ToString(0, Math.Min(text.Length, MaxLength))}.{Hash(name + string.Concat(containment.Types))}{ending}.g.cs";
    }

    // FNV-1a: the same in every process, unlike string.GetHashCode.
    private static string Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
