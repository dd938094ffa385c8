using System.Globalization;

namespace Daybook.Stores;

/// <summary>The names of the files of a store.</summary>
internal static class SegmentNames
{
    internal const string LockFile = "daybook.lock";
    internal const string DurableEnd = "durable-end";
    internal const string Temporary = ".tmp";
    private const string LogSuffix = ".log";
    private const int Digits = 8;

    internal static string Log(string directory, int number) => Path.Combine(directory, Name(number) + LogSuffix);

    internal static string Index(string directory, int number) => Path.Combine(directory, Name(number) + ".idx");

    internal static string Torn(string directory, int number) => Path.Combine(directory, Name(number) + ".torn");

    internal static string Prepared(string directory) => Path.Combine(directory, "next" + Temporary);

    internal static int NumberOfLog(string name) =>
        name.Length == Digits + LogSuffix.Length
        && name.EndsWith(LogSuffix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : 0;

    internal static bool IsOurs(string name) =>
        name is LockFile or DurableEnd or "lost+found"
        || name.EndsWith(Temporary, StringComparison.Ordinal)
        || NumberOfLog(name) > 0;

    private static string Name(int number) => number.ToString("D8", CultureInfo.InvariantCulture);
}
