using System.ComponentModel;
using Daybook.Tests;

namespace Daybook.FileStoreTests;

/// <summary>A mounted directory of one test, unmounted at its end.</summary>
internal sealed class Mount : IAsyncDisposable
{
    private readonly string _target;

    private Mount(string target) => _target = target;

    public async ValueTask DisposeAsync() => Assert.Equal(0, (await Command.RunAsync("umount", [_target])).ExitCode);

    /// <summary>Mounts at a directory, which is made; skips the test where that is impossible.</summary>
    internal static async Task<Mount> OrSkipAsync(string target, params string[] arguments)
    {
        _ = Directory.CreateDirectory(target);
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Mounting needs root on Linux.");
        }

        await RunOrSkipAsync([.. arguments, target]);
        return new(target);
    }

    internal Task ChangeOrSkipAsync(string options) => RunOrSkipAsync(["-o", options, _target]);

    private static async Task RunOrSkipAsync(string[] arguments)
    {
        try
        {
            (int exitCode, _, string errors) = await Command.RunAsync("mount", arguments);
            Assert.SkipUnless(exitCode == 0, $"Mounting fails here: {errors}");
        }
        catch (Win32Exception exception)
        {
            Assert.Skip($"There is no mount here: {exception.Message}");
        }
    }
}
