using System.Diagnostics;
using System.Text.Json;
using Versions.App;

namespace Daybook.Tests.Versions;

/// <summary>A running program of one version.</summary>
internal sealed class App : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private App(string version, Process process)
    {
        Version = version;
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The name of its project.</summary>
    internal string Version { get; }

    internal static App Start(string version, string store)
    {
        string program = Path.Combine(Repository.Root, "tests", "Versions.App", version, "bin", Repository.Configuration, "net10.0", $"Versions.App.{version}.dll");
        var start = new ProcessStartInfo("dotnet", [program, store])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(version, Process.Start(start)!);
    }

    /// <summary>Starts a program and opens the store.</summary>
    internal static async Task<App> OpenAsync(string version, string store, bool toRead = false)
    {
        App app = Start(version, store);
        await app.OpenAsync(toRead);
        return app;
    }

    internal async Task OpenAsync(bool toRead = false) => Assert.Equal("""{"Open":true}""", await AskAsync(new(toRead ? "open to read" : "open")));

    internal async Task CloseAsync() => Assert.Equal("""{"Open":false}""", await AskAsync(new("close")));

    /// <summary>Sends a command and waits for its answer.</summary>
    internal async Task<string> AskAsync(Command command)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command));
        string? answer = await _process.StandardOutput.ReadLineAsync();
        if (answer is null)
        {
            Assert.Fail($"{Version} has ended at {command}: {await _errors}");
        }

        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        Assert.Equal((0, ""), (_process.ExitCode, await _errors));
        _process.Dispose();
    }
}
