using Daybook.Stores;
using Daybook.Stores.Memory;

namespace Daybook.Tests.Stores.Registry;

public sealed class RegistryTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("daybook-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Opens_what_daybook_brings_along()
    {
        await using IEventStore memory = await EventStores.OpenAsync("memory:?chain=true", cancellationToken: TestContext.Current.CancellationToken);
        _ = Assert.IsType<MemoryEventStore>(memory);
        Assert.True(memory.Capabilities.IsChained);

        string text = $"file:{_directory}?durability=written&chain=true&segment=65536&indexcache=0";
        await using (IEventStore file = await EventStores.OpenAsync(text, cancellationToken: TestContext.Current.CancellationToken))
        {
            _ = Assert.IsType<FileEventStore>(file);
            Assert.True(file.Capabilities.IsChained);
        }

        await using IEventStore expiring = await EventStores.OpenAsync("memory:?ttl=7.00:00:00&ttlmode=events", cancellationToken: TestContext.Current.CancellationToken);
        TtlEventStore wrapper = Assert.IsType<TtlEventStore>(expiring, exactMatch: false);
        Assert.Equal(TimeSpan.FromDays(7), wrapper.Ttl);
        Assert.Equal(TtlMode.Events, wrapper.Mode);

        await using IEventStore reader = await EventStores.OpenAsync($"file:{_directory}?readonly=true", cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(reader.Capabilities.IsReadOnly);
    }

    [Fact]
    public void Daybook_itself_needs_no_database() => Assert.All(
        typeof(EventStores).Assembly.GetReferencedAssemblies(),
        reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Theory]
    [InlineData("nope:x", "scheme 'nope'; known are file, memory.")]
    [InlineData("sqlite:./events.db", "package Daybook.Stores.Sqlite")]
    [InlineData("postgres://secret@host/db", "AddPostgres()")]
    [InlineData("dynamodb:table", "AddDynamoDb()")]
    [InlineData("memory:?readonly=true", "knows no option 'readonly'; known are chain, ttl, ttlmode.")]
    [InlineData("memory:?ttlmode=events", "means nothing without 'ttl'")]
    [InlineData("memory:?ttl=1.00:00:00&ttlmode=all", "it is streams or events")]
    [InlineData("file:x?redonly=true", "knows no option 'redonly'; known are")]
    [InlineData("memory:events", "no path")]
    [InlineData("file:", "needs a directory")]
    [InlineData("file:x?segment=1", "cannot be opened that way")]
    public async Task Says_what_is_wrong(string text, string problem)
    {
        InvalidConnectionStringException exception = await Assert.ThrowsAsync<InvalidConnectionStringException>(async () => _ = await EventStores.OpenAsync(text));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_what_was_registered_and_hands_over_the_options()
    {
        var registry = new EventStoreRegistry();
        ConnectionString? seen = null;
        _ = registry
            .Register("one", ["Colour"], connection =>
            {
                seen = connection;
                return EventStores.Memory();
            })
            .Register("two", [], async (_, cancellationToken) =>
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                return EventStores.Memory();
            });
        Assert.Equal(["file", "memory", "one", "two"], registry.Schemes);
        await using IEventStore one = await registry.OpenAsync("ONE:here?colour=blue", TestContext.Current.CancellationToken);
        Assert.Equal("here", seen!.Path);
        Assert.Equal("blue", seen.Options["colour"]);
        await using IEventStore two = await EventStores.OpenAsync("two:", registry, TestContext.Current.CancellationToken);
        _ = await Assert.ThrowsAsync<OperationCanceledException>(async () => _ = await registry.OpenAsync("two:", new(canceled: true)));
        InvalidConnectionStringException none = await Assert.ThrowsAsync<InvalidConnectionStringException>(async () => _ = await registry.OpenAsync("two:?x=1"));
        Assert.Contains("known are ttl, ttlmode.", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replaces_only_when_asked()
    {
        var registry = new EventStoreRegistry();
        ArgumentException exception = Assert.Throws<ArgumentException>(() => registry.Register("Memory", [], _ => EventStores.Memory()));
        Assert.Contains("replace: true", exception.Message, StringComparison.Ordinal);
        _ = registry.Register("MEMORY", [], _ => EventStores.Memory(new() { Chained = true }), replace: true);
        await using IEventStore store = await registry.OpenAsync("memory:", TestContext.Current.CancellationToken);
        Assert.True(store.Capabilities.IsChained);
        Assert.Equal(2, registry.Schemes.Length);
    }

    // S1 and S2 keep one registry per process, which anybody may overwrite or empty.
    [Fact]
    public void A_registry_does_not_see_what_happens_to_another()
    {
        var changed = new EventStoreRegistry();
        Assert.True(changed.Unregister("File"));
        Assert.False(changed.Unregister("file"));
        Assert.Equal(["memory"], changed.Schemes);
        Assert.Equal(["file", "memory"], new EventStoreRegistry().Schemes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("c")]
    [InlineData("1x")]
    [InlineData("a b")]
    [InlineData("abc\n")]
    [InlineData("a:b")]
    [InlineData("größe")]
    public void Refuses_names_that_no_connection_string_could_have(string scheme) =>
        Assert.Throws<ArgumentException>(() => new EventStoreRegistry().Register(scheme, [], _ => EventStores.Memory()));
}
