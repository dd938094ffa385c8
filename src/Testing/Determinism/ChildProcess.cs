using System.Diagnostics;

namespace Daybook.Testing;

/// <summary>This program, started once more.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Has a child fold a stream.</summary>
    /// <returns>The file with what it has folded.</returns>
    /// <exception cref="DeterminismChildException">It did something else.</exception>
    internal static async Task<string> RunAsync(ChildRequest request, ChildVariant variant, int number, CancellationToken cancellationToken)
    {
        string trace = request.TraceFile(number);
        using Process process = Process.Start(StartOf(request, variant, trace))
            ?? throw new DeterminismChildException("The child process could not be started.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0 && File.Exists(trace)
                ? trace
                : throw new DeterminismChildException(
                    $"A child process ({variant.Name}) ended with exit code {process.ExitCode} and did not fold. Where the generator does not compile the test project, or the call does not name the state, "
                    + $"call DeterminismChild.Run from a [ModuleInitializer]. It wrote:\n{Shorten(await errors.ConfigureAwait(false))}{Shorten(await output.ConfigureAwait(false))}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeterminismChildException($"A child process ({variant.Name}) did not end within {Limit.TotalMinutes} minutes.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static ProcessStartInfo StartOf(ChildRequest request, ChildVariant variant, string trace)
    {
        string program = Environment.ProcessPath ?? throw new DeterminismChildException("The path of this program is not known, so it cannot be started again.");
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        // Should the child not know what it is there for, it does at least not run the tests.
        start.ArgumentList.Add("--help");
        foreach ((string name, string value) in request.EnvironmentOf(variant, trace))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string Shorten(string text) => text.Length <= 2000 ? text : text[..2000] + "…";
}
