namespace Daybook.Tests.Llm.Texts;

/// <summary>The sample that compares what a model says with what was recorded once, run as a program.</summary>
public sealed class RegressionTestSampleTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    private string Baseline => Path.Combine(_directory, "baseline.jsonl");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public async Task A_model_that_says_the_same_passes_whatever_its_name_and_tokens(string model) =>
        Assert.Equal((0, $"sum: a and {model} say the same\ncapital: a and {model} say the same\n", ""), await RunAsync("--model", model));

    [Fact]
    public async Task A_model_that_says_something_else_fails()
    {
        const string Expected = """
            sum: a and c differ
              - content: 'Two and two is four....' vs '2 + 2 = 4...'
            capital: a and c say the same

            """;
        Assert.Equal((1, Expected, ""), await RunAsync("--model", "c"));
    }

    [Fact]
    public async Task What_is_recorded_is_the_baseline_from_then_on()
    {
        Assert.Equal((0, "", ""), await RunAsync(Baseline, "--record", "--model", "c"));
        Assert.Equal((0, "sum: c and c say the same\ncapital: c and c say the same\n", ""), await RunAsync(Baseline, "--model", "c"));
        (int code, string output, _) = await RunAsync(Baseline);
        Assert.Equal(1, code);
        Assert.StartsWith("sum: c and b differ\n", output, StringComparison.Ordinal);

        Assert.Equal((0, "", ""), await RunAsync(Baseline, "--record", "--model", "a"));
        Assert.Equal(0, (await RunAsync(Baseline)).ExitCode);
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_compared_with_is_explained()
    {
        Assert.Contains(Baseline, await ComplaintAsync(Baseline), StringComparison.Ordinal);

        await using (IEventStore empty = EventStores.Memory())
        await using (FileStream file = File.Create(Baseline))
        {
            _ = await empty.ExportAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Contains("'sum'", await ComplaintAsync(Baseline), StringComparison.Ordinal);

        _ = await RunAsync(Baseline, "--record");
        string text = await File.ReadAllTextAsync(Baseline, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Baseline, text.Replace("four", "five", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("Line ", await ComplaintAsync(Baseline), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_means_nothing_is_explained()
    {
        Assert.Contains("there are a, b, c", await ComplaintAsync("--model", "z"), StringComparison.Ordinal);
        Assert.Contains("[--record]", await ComplaintAsync("--what"), StringComparison.Ordinal);
        Assert.Contains("[--record]", await ComplaintAsync("--model"), StringComparison.Ordinal);
    }

    private static async Task<string> ComplaintAsync(params string[] arguments)
    {
        (int code, string output, string errors) = await RunAsync(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        return errors;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        string program = Path.Combine(Repository.Root, "samples", "RegressionTest", "bin", Repository.Configuration, "net10.0", "RegressionTest.dll");
        (int code, string output, string errors) = await Command.RunAsync("dotnet", [program, .. arguments]);
        return (code, output.ReplaceLineEndings("\n"), errors);
    }
}
