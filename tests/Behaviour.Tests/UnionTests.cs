using Daybook.Behaviour.Library;
using Daybook.Behaviour.Tests.Members;
using Daybook.Behaviour.Tests.Samples;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Behaviour.Tests;

public class UnionTests
{
    private static readonly RecordSchema Schema = SampleList.All.First(sample => sample.Schema.Name == "members.drawing").Schema;

    [Fact]
    public void Unions_are_equal_again()
    {
        Drawing read = Payload.Read<Drawing>(Payload.Of(MemberSamples.Drawing));
        var group = Assert.IsType<Figure.Group>(read.Main);
        Assert.Equal([new Figure.Circle(1.5), new Figure.Nothing()], group.Items[..2]);
        Assert.Equal(new Figure.Circle(2), Assert.IsType<Figure.Group>(group.Items[2]).Frame);
        Assert.Null(read.Maybe);
        Assert.Equal((new Figure.Circle(3), new IMark.Dot(1, 2)), read.Pair);
        Assert.Equal(new("https://example.org/"), Assert.IsType<IMark.Link>(read.Marks.Array[1]).Target);
        Assert.Equal("label", Assert.IsType<IMark.Label>(read.Marks.Alone).Text);
        Assert.Equal(new Some<int>(4), read.Number);
        Assert.Equal(new Some<string?>(null), read.Text);
    }

    [Fact]
    public void The_layout_is_tag_and_body() =>
        Assert.StartsWith("9892FF90C090809292FF90C0", Convert.ToHexString(Payload.Of(MemberSamples.Empty)), StringComparison.Ordinal);

    [Fact]
    public void The_schema_lists_the_cases() => Assert.StartsWith(
        "event members.drawing@1 (0 Main: union Figure {-1: Nothing(), 0: Circle(0 Radius: float64), 700: Group(0 Items: list<ref Figure>, 1 Frame: ref Figure?)}, 1 Maybe: union Figure {",
        Schema.Text,
        StringComparison.Ordinal);

    [Fact]
    public void Bytes_and_schema_alone_give_json_display_and_differences()
    {
        byte[] payload = Payload.Of(MemberSamples.Drawing with { Main = new Figure.Circle(1.5) });
        Assert.StartsWith("""{"Main":{"Circle":{"Radius":1.5}},"Maybe":null,""", PayloadJson.ToJson(Schema, payload), StringComparison.Ordinal);
        Assert.Contains("Main = Circle { Radius = 1.5 }", PayloadDisplay.ToDisplay(Schema, payload), StringComparison.Ordinal);
        Assert.Equal(
            ["Main.Radius: 1.5 vs 2.5"],
            PayloadComparer.Compare(Schema, payload, Payload.Of(MemberSamples.Drawing with { Main = new Figure.Circle(2.5) })).Select(difference => difference.ToString()));
        Assert.Equal(
            "Main",
            Assert.Single(PayloadComparer.Compare(Schema, payload, Payload.Of(MemberSamples.Drawing with { Main = new Figure.Nothing() }))).Path);
    }

    [Fact]
    public void Values_that_are_no_case_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Payload.Of(MemberSamples.Imported with { Vehicle = new Tram("line 1") }));
        Assert.Throws<ArgumentException>(() => Payload.Of(MemberSamples.Imported with { Vehicle = new Taxi("taxi", 5, 2.5) }));
        Assert.Throws<ArgumentNullException>(() => Payload.Of(MemberSamples.Drawing with { Main = null! }));
    }

    [Fact]
    public async Task A_value_that_is_no_case_reaches_no_store()
    {
        IEventStore store = EventStores.Memory();
        await using var disposable = store as IAsyncDisposable;
        var recorder = new Board.Recorder(store, "board-1");
        await recorder.RecordAsync(MemberSamples.Drawing);
        await Assert.ThrowsAsync<ArgumentException>(async () => await recorder.RecordAsync(MemberSamples.Imported with { Vehicle = new Tram("line 1") }));
        Versioned<Board> board = await store.LoadAsync<Board>("board-1");
        Assert.Equal(1, board.Version);
        Assert.IsType<Figure.Group>(board.State.Last);
    }

    [Theory]
    [InlineData("9192059090", 2)]
    [InlineData("9192C090", 2)]
    [InlineData("9191FF", 2)]
    [InlineData("91C0", 1)]
    public void Bytes_that_are_no_case_are_refused_where_they_stand(string payload, int position) =>
        Assert.Equal(position, Assert.Throws<MessagePackFormatException>(() => Payload.Read<Drawing>(Convert.FromHexString(payload))).Position);
}
