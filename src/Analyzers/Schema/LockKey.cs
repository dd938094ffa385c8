using System.Globalization;

namespace Daybook.Analyzers.Schema;

/// <summary>What a line of the schema file is about: <c>event cart.opened@1</c>, <c>state cart@1</c>, <c>reducers cart@1</c>.</summary>
/// <param name="Word">What the line begins with.</param>
/// <param name="Name">The name of the event or state.</param>
/// <param name="Version">Its schema version.</param>
internal readonly record struct LockKey(string Word, string Name, int Version)
{
    public const string Event = "event";
    public const string State = "state";
    public const string Reducers = "reducers";

    /// <summary>Reads the beginning of a line; null when it is the beginning of none.</summary>
    public static LockKey? Find(string line)
    {
        string[] words = line.Split([' '], 3);
        int at = words.Length == 3 ? words[1].LastIndexOf('@') : -1;
        return at > 0 && words[0] is Event or State or Reducers
            && int.TryParse(words[1].Substring(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int version)
                ? new(words[0], words[1].Substring(0, at), version)
                : null;
    }

    /// <summary>The order of the file: events, then states, each state with its reducers behind.</summary>
    public static int Compare(LockKey left, LockKey right)
    {
        int byKind = (left.Word is Event ? 0 : 1).CompareTo(right.Word is Event ? 0 : 1);
        int byName = byKind != 0 ? byKind : string.CompareOrdinal(left.Name, right.Name);
        int byVersion = byName != 0 ? byName : left.Version.CompareTo(right.Version);
        return byVersion != 0 ? byVersion : (left.Word is Reducers).CompareTo(right.Word is Reducers);
    }

    /// <summary>As a message names it: <c>cart.opened@1</c>.</summary>
    public string ToMessage() => $"{Name}@{Version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>As a line begins.</summary>
    public override string ToString() => $"{Word} {ToMessage()}";
}
