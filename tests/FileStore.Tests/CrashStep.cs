namespace Daybook.FileStoreTests;

internal enum CrashStep
{
    Append,
    Delete,
    Truncate,
    Replace,
}
