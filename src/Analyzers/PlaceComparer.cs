using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers;

/// <summary>Sorts places by file and, in one file, from the top on; what has no place comes first.</summary>
internal sealed class PlaceComparer : IComparer<Location?>
{
    public static PlaceComparer Instance { get; } = new();

    public int Compare(Location? x, Location? y)
    {
        int files = string.CompareOrdinal(FileOf(x), FileOf(y));
        return files != 0 ? files : (x?.SourceSpan ?? default).CompareTo(y?.SourceSpan ?? default);
    }

    private static string? FileOf(Location? place) => place?.SourceTree?.FilePath ?? place?.GetLineSpan().Path;
}
