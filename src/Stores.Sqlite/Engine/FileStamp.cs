using System.Runtime.InteropServices;

namespace Daybook.Stores.Sqlite;

/// <summary>What shows whether anybody writes a database, or has written it: asked for without opening the file.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileStamp(bool HasLog, long Length, DateTime Written)
{
    internal static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(File.Exists(path + "-wal"), file.Length, file.LastWriteTimeUtc) : default;
    }
}
