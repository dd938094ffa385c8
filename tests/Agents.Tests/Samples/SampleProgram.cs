namespace Daybook.Tests.Agents.Samples;

/// <summary>Runs a sample as the program that it is.</summary>
internal static class SampleProgram
{
    internal static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string sample, params string[] arguments)
    {
        string program = Path.Combine(Repository.Root, "samples", sample, "bin", Repository.Configuration, "net10.0", sample + ".dll");
        (int code, string output, string errors) = await Command.RunAsync("dotnet", [program, .. arguments]);
        return (code, output.ReplaceLineEndings("\n"), errors);
    }
}
