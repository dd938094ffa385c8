using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Daybook.Benchmarks;

/// <summary>
/// How long the compiler takes for B14's project, as <c>dotnet build</c> starts it: with the generator alone, with the analyzers that
/// come with the SDK, with ours besides, and with ours alone. Times are those that MSBuild reports for the compiler, taken in turns;
/// ratios are of times of the same turn, since the machine's pace changes from minute to minute.
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
            string[][] variants = [["-p:RunAnalyzers=false"], [], ["-p:WithDaybookAnalyzers=true"], ["-p:WithDaybookAnalyzers=true", "-p:EnableNETAnalyzers=false"]];
            List<double>[] times = [[], [], [], []];
            for (int i = 0; i < Turns * variants.Length; i++)
            {
                string output = Run(folder, ["build", "--no-restore", "--no-incremental", "-p:UseSharedCompilation=false", "-clp:PerformanceSummary", .. variants[i % variants.Length]]);
                times[i % variants.Length].Add(double.Parse(CompilerTime().Match(output).Groups[1].Value, CultureInfo.InvariantCulture) / 1000);
            }

            double[] medians = [.. times.Select(MedianOf)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"B14 compiler: no analyzer {medians[0]:F1} s, the SDK's {medians[1]:F1} s, the SDK's and ours {medians[2]:F1} s: {RatioOf(times[2], times[1]):F2} x; ours alone {medians[3]:F1} s: {RatioOf(times[3], times[0]):F2} x of none"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double RatioOf(IEnumerable<double> times, IEnumerable<double> peers) => MedianOf(times.Zip(peers, static (time, peer) => time / peer));

    private static double MedianOf(IEnumerable<double> values) => values.Order().ElementAt(Turns / 2);

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
