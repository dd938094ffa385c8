namespace Daybook.Stores.Sqlite;

/// <summary>What a connection may do.</summary>
internal enum Access
{
    /// <summary>Read and write; make the file.</summary>
    Create,

    /// <summary>Read and write.</summary>
    Write,

    /// <summary>Read, beside whoever writes.</summary>
    Read,

    /// <summary>Read a file that nobody writes, without any file beside it.</summary>
    ReadUnchanging,
}
