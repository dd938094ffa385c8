using System.Diagnostics;
using System.Globalization;

namespace Daybook.Tests.Stores;

/// <summary>A process that reads a file store while others write it, and fails when a stream contradicts the feed.</summary>
internal sealed class FollowingReader : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _said;
    private readonly Task<string> _errors;

    internal FollowingReader(string place)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [KilledWriter.Program, "follow", place])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _said = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Lets it read to the end.</summary>
    /// <returns>All events that it saw in the feed, in order.</returns>
    internal async Task<List<(long Offset, string Event)>> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        Assert.Equal("", await _errors);
        Assert.Equal(0, _process.ExitCode);
        return [.. (await _said).Split('\n')[..^1].Select(line => line.Split(' ', 2)).Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]))];
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
