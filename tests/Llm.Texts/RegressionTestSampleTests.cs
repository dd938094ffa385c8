namespace Daybook.Tests.Llm.Texts;

/// <summary>The sample that compares two runs of models, run as a program.</summary>
public sealed class RegressionTestSampleTests
{
    private const string Differences = """
        model-a and model-b differ:
          - content: 'Two and two is four....' vs '2 + 2 = FOUR!...'
        """;

    [Fact]
    public async Task Two_models_that_differ_fail_the_test()
    {
        (int code, string output, string errors) = await RunAsync();
        Assert.Equal((1, ""), (code, errors));
        Assert.StartsWith(Differences, output, StringComparison.Ordinal);
        Assert.Contains("  - model: 'model-a' vs 'model-b'\n", output, StringComparison.Ordinal);
        Assert.Contains("violations", output, StringComparison.Ordinal);
        Assert.DoesNotContain("_at:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_may_be_expected()
    {
        (int code, string output, _) = await RunAsync("--expect-differences");
        Assert.Equal(0, code);
        Assert.StartsWith(Differences, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_that_say_the_same_pass() =>
        Assert.Equal((0, "model-a and model-a-again say the same.\n", ""), await RunAsync("model-a", "model-a-again"));

    [Fact]
    public async Task A_run_that_is_not_there_is_explained()
    {
        (int code, _, string errors) = await RunAsync("model-a", "model-z");
        Assert.Equal(2, code);
        Assert.Contains("the runs are model-a, model-a-again, model-b", errors, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        string program = Path.Combine(Repository.Root, "samples", "RegressionTest", "bin", Repository.Configuration, "net10.0", "RegressionTest.dll");
        return Command.RunAsync("dotnet", [program, .. arguments]);
    }
}
