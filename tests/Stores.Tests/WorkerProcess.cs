using System.Diagnostics;
using System.Globalization;
using System.Text;
using Daybook.LinearTesting;
using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>The part of another process in a linearizability run. The clock of the stamps is the machine's.</summary>
internal sealed class WorkerProcess : ILinearizabilityPart, IDisposable
{
    private readonly Process _process;
    private readonly BinaryReader _answers;

    internal WorkerProcess(string database, LinearizabilityOptions options, int firstClient)
    {
        int[] numbers = [options.Seed, options.Clients, firstClient, options.CallsPerRound];
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "LinearWorker.dll"), database, .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        _answers = new(_process.StandardOutput.BaseStream, Encoding.UTF8);
    }

    public async Task<IReadOnlyList<StreamCall>> WorkAsync(int round, string[] streams, long start, CancellationToken token)
    {
        await AskAsync(string.Create(CultureInfo.InvariantCulture, $"round {round} {start} {string.Join(' ', streams)}"), token);
        return await Task.Run(_answers.ReadCalls, token);
    }

    public async Task<IReadOnlyList<FeedSighting>> EndAsync(CancellationToken token)
    {
        await AskAsync("end", token);
        return await Task.Run(_answers.ReadSightings, token);
    }

    public void Dispose()
    {
        // It ends with its input.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _answers.Dispose();
        _process.Dispose();
    }

    private async Task AskAsync(string line, CancellationToken token)
    {
        await _process.StandardInput.WriteLineAsync(line.AsMemory(), token);
        await _process.StandardInput.FlushAsync(token);
    }
}
