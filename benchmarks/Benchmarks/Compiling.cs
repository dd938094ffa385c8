using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Daybook.Benchmarks;

/// <summary>
/// How long the compiler takes for B14's project, as <c>dotnet build</c> starts it: with the generator alone, with the analyzers that
/// come with the SDK, and with ours besides. Medians of times that MSBuild reports for the compiler, taken in turns.
/// </summary>
internal static partial class Compiling
{
    private const int Turns = 3;

    internal static void Print()
    {
        string folder = Directory.CreateTempSubdirectory("daybook-compiling").FullName;
        try
        {
            Write(folder);
            Run(folder, "restore");
            string[][] variants = [["-p:RunAnalyzers=false"], [], ["-p:WithDaybookAnalyzers=true"]];
            List<double>[] times = [[], [], []];
            for (int i = 0; i < Turns * variants.Length; i++)
            {
                string output = Run(folder, ["build", "--no-restore", "--no-incremental", "-p:UseSharedCompilation=false", "-clp:PerformanceSummary", .. variants[i % variants.Length]]);
                times[i % variants.Length].Add(double.Parse(CompilerTime().Match(output).Groups[1].Value, CultureInfo.InvariantCulture) / 1000);
            }

            double[] medians = [.. times.Select(variant => variant.Order().ElementAt(Turns / 2))];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"B14 compiler: no analyzer {medians[0]:F1} s, the SDK's {medians[1]:F1} s, the SDK's and ours {medians[2]:F1} s: {medians[2] / medians[1]:F2} x"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder)
    {
        int index = 0;
        foreach (string source in ReachedProject.Write(states: 100, eventsPerState: 10))
        {
            File.WriteAllText(Path.Combine(folder, $"Source{index++}.cs"), source);
        }

        string binaries = AppContext.BaseDirectory;
        File.WriteAllText(Path.Combine(folder, "Reached.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(binaries, "Daybook.dll")}" />
                <Analyzer Include="{Path.Combine(binaries, "Daybook.Generator.dll")}" />
                <Analyzer Include="{Path.Combine(binaries, "Daybook.Analyzers.dll")}" Condition="'$(WithDaybookAnalyzers)' == 'true'" />
              </ItemGroup>
            </Project>
            """);
    }

    private static string Run(string folder, params IReadOnlyList<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }

    [GeneratedRegex(@"(\d+) ms  Csc ", RegexOptions.CultureInvariant)]
    private static partial Regex CompilerTime();
}
