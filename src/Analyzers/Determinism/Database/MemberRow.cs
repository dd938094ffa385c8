namespace Daybook.Analyzers.Determinism.Database;

/// <summary>A row about members of one type. Their documentation ids are made only when their names fit.</summary>
internal sealed class MemberRow
{
    private readonly string _id;
    private readonly string _name;

    public MemberRow(DatabaseRow row)
    {
        Row = row;
        IsWildcard = row.Id[row.Id.Length - 1] == '*';
        _id = IsWildcard ? row.Id.Substring(0, row.Id.Length - 1) : row.Id;
        string path = PathOf(_id);
        int dot = path.LastIndexOf('.');
        TypeName = path.Substring(0, Math.Max(dot, 0));
        _name = path.Substring(dot + 1).Split('`')[0];
    }

    public DatabaseRow Row { get; }

    public bool IsWildcard { get; }

    /// <summary>The type as documentation ids write it.</summary>
    public string TypeName { get; }

    /// <summary>How much of an id it fixes: of several wildcards the longest decides.</summary>
    public int Length => _id.Length;

    public bool HasName(string name) => IsWildcard ? name.StartsWith(_name, StringComparison.Ordinal) : string.Equals(name, _name, StringComparison.Ordinal);

    public bool HasId(string? id) => id is not null && (IsWildcard ? id.StartsWith(_id, StringComparison.Ordinal) : string.Equals(id, _id, StringComparison.Ordinal));

    // Without the letter in front, the parameters and what a conversion leads to.
    private static string PathOf(string id)
    {
        int end = id.IndexOfAny(['(', '~']);
        return id.Substring(2, (end < 0 ? id.Length : end) - 2);
    }
}
