using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Daybook.Stores;

/// <summary>The flushes that .NET has no call for.</summary>
internal static partial class DiskFlush
{
    private const int Interrupted = 4;

    /// <summary>Makes a file's bytes and length durable.</summary>
    internal static void Data(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsLinux())
        {
            // macOS needs F_FULLFSYNC, Windows FlushFileBuffers; this call knows.
            RandomAccess.FlushToDisk(handle);
            return;
        }

        while (FlushData(handle) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            if (error != Interrupted)
            {
                throw new IOException("The disk did not confirm a flush: " + Marshal.GetPInvokeErrorMessage(error), error);
            }
        }
    }

    /// <summary>Makes the names in a directory durable; Windows does that by itself.</summary>
    internal static void Directory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = OpenDirectory(path, 0);
        if (descriptor < 0)
        {
            throw Failure(path);
        }

        try
        {
            while (FlushAll(descriptor) != 0)
            {
                if (Marshal.GetLastPInvokeError() != Interrupted)
                {
                    throw Failure(path);
                }
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string path)
    {
        int error = Marshal.GetLastPInvokeError();
        return new($"The directory '{path}' could not be flushed: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlushData(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlushAll(int descriptor);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenDirectory(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
