namespace Daybook.Tests.EndToEnd;

/// <summary>The samples about stores, run as programs.</summary>
public sealed class StoreSampleTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("memory:", null)]
    [InlineData("memory:?chain=true&ttl=7.00:00:00", null)]
    [InlineData("file:{0}/events", "file:{0}/events?readonly=true")]
    [InlineData("sqlite:{0}/events.db", "sqlite:{0}/events.db?readonly=true")]
    public async Task One_program_runs_on_every_store(string connectionString, string? again)
    {
        Assert.Equal((0, "55 after 10 events\n", ""), await RunAsync("AnyStore", connectionString));
        if (again is not null)
        {
            Assert.Equal((0, "55 after 10 events\n", ""), await RunAsync("AnyStore", again));
        }
    }

    [Fact]
    public async Task A_connection_string_that_means_nothing_is_explained()
    {
        (int code, _, string errors) = await RunAsync("AnyStore", "postgres://localhost/events");
        Assert.Equal(1, code);
        Assert.Contains("known are file, memory, sqlite", errors, StringComparison.Ordinal);
        Assert.Contains("Daybook.Stores.Postgres", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_ones_own_opens_by_its_name() =>
        Assert.Equal((0, "55 after 10 events\n", ""), await RunAsync("CustomStore", ""));

    [Fact]
    public async Task RecordChat_takes_a_connection_string()
    {
        (int code, string output, string errors) = await RunAsync("RecordChat", "--store", $"file:{_directory}/chats?durability=written");
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Replayed chat-", output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(_directory + "/chats"));
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string sample, params string[] arguments)
    {
        string program = Path.Combine(Repository.Root, "samples", sample, "bin", Repository.Configuration, "net10.0", sample + ".dll");
        IEnumerable<string> given = arguments.Where(argument => argument.Length > 0).Select(argument => argument.Replace("{0}", _directory, StringComparison.Ordinal));
        return Command.RunAsync("dotnet", [program, .. given]);
    }
}
