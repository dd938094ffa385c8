namespace Daybook.Stores.Sqlite;

/// <summary>A connection for reading.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Stamp">What the file must still be like for what was read to be true; null beside a writer, where SQLite sees to it.</param>
internal sealed record ReadConnection(Connection Connection, FileStamp? Stamp)
{
    internal bool IsCurrent(string path) => Stamp is not { } stamp || stamp == FileStamp.Of(path);
}
