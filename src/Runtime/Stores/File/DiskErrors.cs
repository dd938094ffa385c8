namespace Daybook.Stores;

/// <summary>Tells errors of the operating system apart.</summary>
internal static class DiskErrors
{
    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnUnix = 122;
    private const int ReadOnlyOnUnix = 30;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    internal static bool IsFull(IOException exception) => exception.HResult is NoSpaceOnUnix or QuotaOnUnix or NoSpaceOnWindows;

    internal static bool IsReadOnly(IOException exception) => exception.HResult == ReadOnlyOnUnix;
}
