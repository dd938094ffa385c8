using System.Diagnostics.CodeAnalysis;

namespace Daybook.Stores.Sqlite;

/// <summary>What SQLite answered instead of doing its work; <see cref="StoreErrors"/> turns it into what users see.</summary>
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the assembly.")]
internal sealed class SqliteFailure(int code, string message) : Exception(message)
{
    /// <summary>The result code without its details.</summary>
    internal int Kind => code & 0xFF;

    /// <summary>The result code with its details.</summary>
    internal int Code => code;
}
