using System.ComponentModel;

namespace Daybook.Tests;

/// <summary>What Native AOT needs beside the SDK.</summary>
internal static class Linker
{
    internal const string Missing = "Native AOT needs a C linker and zlib; eng/install-test-tools.sh installs them.";

    internal static async Task<bool> ExistsAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return (await Command.RunAsync("gcc", ["--version"])).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
