using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Daybook.Llm;
using Microsoft.Extensions.AI;

namespace Daybook.Tests.Chat;

/// <summary>Options with which nothing could ever be recorded: whoever gives them hears it at once.</summary>
public sealed class RefusedOptionTests : IAsyncDisposable
{
    private readonly IEventStore _store = EventStores.Memory();

    public static TheoryData<string, string> Settings => new()
    {
        { "no resolver", "JsonSerializerOptions(AIJsonUtilities.DefaultOptions)" },
        { "own types only", "JsonSerializerOptions(AIJsonUtilities.DefaultOptions)" },
        { "own names", "PropertyNamingPolicy" },
        { "snake case", "PropertyNamingPolicy" },
    };

    public static TheoryData<string> Recorders => ["attempts", "delay", "conflicts", "time", "load"];

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [MemberData(nameof(Settings))]
    public void JSON_settings_that_do_not_serve_are_refused(string settings, string hint)
    {
        JsonSerializerOptions json = settings switch
        {
            "no resolver" => new(JsonSerializerDefaults.Web),
            "own types only" => new(JsonSerializerDefaults.Web) { TypeInfoResolver = JsonTypeInfoResolver.WithAddedModifier(JsonTypeInfoResolver.Combine(), static _ => { }) },
            "own names" => new(AIJsonUtilities.DefaultOptions) { PropertyNamingPolicy = null },
            _ => new(AIJsonUtilities.DefaultOptions) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower },
        };
        foreach (Func<IChatClient> create in (Func<IChatClient>[])[
            () => new ScriptedClient().Recorded(_store, new() { Json = json }),
            () => new ScriptedClient().Cached(_store, new() { Json = json }),
            () => new ScriptedClient().Cached(_store, replay: new() { Json = json }),
            () => new ReplayChatClient(_store, new ReplayChatOptions { Json = json })])
        {
            Assert.Contains(hint, Assert.Throws<ArgumentException>("options", create).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task JSON_settings_of_ones_own_serve_and_can_still_be_changed()
    {
        JsonSerializerOptions json = new(AIJsonUtilities.DefaultOptions) { WriteIndented = true };
        using IChatClient client = new ScriptedClient(Chats.Answer("a")).Recorded(_store, new() { Json = json });
        Assert.False(json.IsReadOnly);
        Assert.Null((await client.AskAsync()).End);
        Assert.Null((await new ReplayChatClient(_store, new ReplayChatOptions { Json = json }).AskAsync()).End);
    }

    [Theory]
    [MemberData(nameof(Recorders))]
    public void Recorder_options_that_no_recorder_takes_are_refused(string setting)
    {
        RecorderOptions recorder = setting switch
        {
            "attempts" => new() { MaxAttempts = 0 },
            "delay" => new() { RetryDelay = TimeSpan.FromTicks(-1) },
            "conflicts" => new() { MaxConflicts = -1 },
            "time" => new() { TimeProvider = null! },
            _ => new() { Load = null! },
        };
        foreach (Func<IChatClient> create in (Func<IChatClient>[])[
            () => new ScriptedClient().Recorded(_store, new() { Recorder = recorder }), () => new ScriptedClient().Cached(_store, new() { Recorder = recorder })])
        {
            Assert.Contains("MaxAttempts", Assert.Throws<ArgumentException>("options", create).Message, StringComparison.Ordinal);
        }
    }
}
