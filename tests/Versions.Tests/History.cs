using System.Text.Json;
using Versions.App;

namespace Daybook.Tests.Versions;

/// <summary>Lets programs record events in one stream, and knows what was recorded.</summary>
internal sealed class History(string stream)
{
    private readonly List<Fact> _facts = [];

    internal IReadOnlyList<Fact> Facts => _facts;

    internal int Version => _facts.Count;

    internal Command About(string what) => new(what, stream, _facts.Count);

    internal async Task RecordAsync(App app, string what, string? name = null, int count = 0, string? who = null, string? where = null, decimal price = 0)
    {
        Command command = About(what) with { What = name, Count = count, Who = who, Where = where, Price = price };
        Assert.Equal($$"""{"FirstSequence":{{Version}},"Count":1}""", await app.AskAsync(command));
        _facts.Add(new(app.Version, command));
    }

    internal async Task NoteOftenAsync(App app, string text, int count)
    {
        Command command = About("note often") with { What = text, Count = count, Who = "ann" };
        Assert.Equal($$"""{"FirstSequence":{{Version + count - 1}},"Count":1}""", await app.AskAsync(command));
        _facts.AddRange(Enumerable.Range(0, count).Select(number => new Fact(app.Version, command with { Do = "note", What = $"{text} {number}" })));
    }

    /// <summary>Takes a snapshot, which is of everything that was recorded.</summary>
    internal async Task SnapshotAsync(App app) => Assert.Equal($$"""{"Version":{{Version}}}""", await app.AskAsync(About("snapshot")));

    /// <summary>Checks what a program makes of everything, or of the first events.</summary>
    internal async Task CheckAsync(App app, int? count = null)
    {
        int version = count ?? Version;
        if (count is null)
        {
            Assert.Equal(StateAt(app, version), await app.AskAsync(About("load")));
        }
        else
        {
            Assert.Equal(StateAt(app, version), await app.AskAsync(About("load") with { Sequence = version - 1 }));
            Assert.Equal(StateAt(app, version), await app.AskAsync(About("load") with { UpTo = version - 1 }));
        }
    }

    internal string StateAt(App app, int count) => $$"""{"Version":{{count}},"State":{{Expected.State(app.Version, _facts.Take(count))}}}""";

    /// <summary>Checks that a program meets an event that it does not know.</summary>
    internal async Task CheckUnknownAsync(App app, int sequence, string type) => Assert.Equal(
        JsonSerializer.Serialize(new { Error = nameof(UnknownEventTypeException), Stream = stream, Sequence = sequence, Type = type }),
        await app.AskAsync(About("load")));
}
