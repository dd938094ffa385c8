using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Daybook.Tests.Stores;

/// <summary>A process that writes at random until it is killed.</summary>
internal sealed class KilledWriter : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private KilledWriter(Process process) => _process = process;

    internal static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "CrashWriter.dll");

    /// <summary>Starts it.</summary>
    /// <returns>The process, at work.</returns>
    internal static Task<KilledWriter> StartAsync(string kind, string place, int seed, TtlMode mode) =>
        StartAsync(kind, place, seed.ToString(CultureInfo.InvariantCulture), mode.ToString());

    /// <summary>Starts it with these arguments.</summary>
    /// <returns>The process, at work.</returns>
    internal static async Task<KilledWriter> StartAsync(params string[] arguments)
    {
        var writer = new KilledWriter(Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true })!);
        await writer.WaitForAsync("");
        return writer;
    }

    /// <summary>Waits until it says a line that starts as told.</summary>
    internal async Task WaitForAsync(string start)
    {
        while (true)
        {
            string? line = await _process.StandardOutput.ReadLineAsync();
            Assert.True(line is not null, "the writer ended by itself");
            _ = _said.Append(line).Append('\n');
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    /// <summary>Kills it after a while.</summary>
    /// <returns>All that it said; its last line may be cut off.</returns>
    internal async Task<string> KillAsync(TimeSpan after)
    {
        Task<string> rest = _process.StandardOutput.ReadToEndAsync();
        await Task.Delay(after);
        Assert.False(_process.HasExited, "the writer ended by itself");
        _process.Kill();
        _ = _said.Append(await rest);
        await _process.WaitForExitAsync();
        return _said.ToString();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
