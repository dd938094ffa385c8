using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Behaviour.Tests.Members;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Behaviour.Tests;

public class MemberTests
{
    private static readonly Scalars Scalars = new(
        true, -1, -300, -70000, long.MinValue, 255, 65535, uint.MaxValue, ulong.MaxValue, 1.5f, -2.25, 9.950m, 'ü', "text", Colour.Green,
        Guid.Parse("0123456789abcdef0123456789abcdef"), new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
        TimeSpan.FromTicks(17), new(2026, 1, 2), new(3, 4, 5), [1, 2], new byte[] { 3 }, new("https://example.org/a"), new(1, 2, 3),
        JsonDocument.Parse("""{"a":[1]}""").RootElement, new("grown"));

    [Fact]
    public void Every_scalar_survives()
    {
        AssertSame(Scalars);
        Scalars read = Payload.Read<Scalars>(Payload.Of(Scalars));
        Assert.Equal(
            Scalars with { Bytes = [], Memory = default, Json = default },
            read with { Bytes = Scalars.Bytes.Length == 2 ? [] : null!, Memory = default, Json = default },
            (left, right) => left!.ToString() == right!.ToString());
    }

    [Fact]
    public void Every_nullable_survives_with_and_without_a_value()
    {
        AssertSame(new Nullables());
        Nullables full = new()
        {
            Flag = true,
            Int8 = 1,
            Int16 = 2,
            Int32 = 3,
            Int64 = 4,
            UInt8 = 5,
            UInt16 = 6,
            UInt32 = 7,
            UInt64 = 8,
            Single = 9,
            Double = 10,
            Decimal = 11,
            Char = 'c',
            Text = "t",
            Colour = Colour.Red,
            Id = Guid.Empty,
            Time = DateTime.UnixEpoch,
            Stamp = DateTimeOffset.UnixEpoch,
            Span = TimeSpan.Zero,
            Date = DateOnly.MinValue,
            Clock = TimeOnly.MinValue,
            Bytes = [],
            Link = new("/a", UriKind.Relative),
            Version = new(1, 0),
            Point = new(1, 2),
            Node = new("n", new("m")),
            Pair = (1, null),
            Array = [1],
            Map = new() { ["a"] = null, ["b"] = 1 },
        };
        AssertSame(full);
        Assert.Equal(new Point(1, 2), Payload.Read<Nullables>(Payload.Of(full)).Point);
    }

    [Fact]
    public void Every_collection_survives()
    {
        var node = new Node("root") { Children = [new("leaf", new("next"))] };
        var value = new Collections
        {
            Array = [1, 2],
            Jagged = [[1], []],
            Sparse = [null, ["a", null]],
            List = [new(1, 2)],
            ListInterface = [null, new(3, 4)],
            Collection = ["c"],
            ReadOnlyList = [node],
            ReadOnlyCollection = [Colour.Red],
            ImmutableArray = [null, 1],
            ImmutableList = ["x", null],
            Appendable = [new(5, 6)],
            HashSet = ["b", "a"],
            ReadOnlySet = new HashSet<int> { 3, 1 },
            SortedSet = [2, 1],
            ImmutableHashSet = ["q", "p"],
            ImmutableSortedSet = ["q", "p"],
            FrozenSet = new[] { 4, 2 }.ToFrozenSet(),
            Dictionary = new() { ["k"] = [1, 2] },
            DictionaryInterface = new Dictionary<int, string?> { [2] = null, [1] = "one" },
            ReadOnlyDictionary = new Dictionary<Guid, Point?> { [Guid.Empty] = null },
            SortedDictionary = new() { ["s"] = 1 },
            SortedList = new() { ["s"] = 1 },
            ImmutableDictionary = ImmutableDictionary<Colour, Node>.Empty.Add(Colour.Red, node),
            ImmutableSortedDictionary = ImmutableSortedDictionary<string, Dictionary<int, int>>.Empty.Add("a", new() { [1] = 2 }),
            FrozenDictionary = new Dictionary<string, int> { ["f"] = 1 }.ToFrozenDictionary(),
            ConcurrentDictionary = new(new Dictionary<string, int> { ["c"] = 1 }),
            Tuple = (1, "t", (new(7, 8), [9])),
        };
        AssertSame(value);
        Collections read = Payload.Read<Collections>(Payload.Of(value));
        Assert.Equal(value.HashSet, read.HashSet);
        Assert.Equal("next", read.ReadOnlyList[0].Children[0].Next!.Name);
        Assert.Equal(value.Tuple.Inner.Values, read.Tuple.Inner.Values);
    }

    [Fact]
    public void A_default_immutable_array_is_an_empty_one() =>
        Assert.Equal(Payload.OfState(new Shop.Cart { Lines = [] }), Payload.OfState(new Shop.Cart { Lines = default }));

    [Fact]
    public void Unordered_collections_have_one_encoding()
    {
        ImmutableHashSet<string> words = ["one", "two", "three", "four"];
        byte[] first = Payload.Of(new Sets { Words = words });
        Assert.Equal(first, Payload.Of(new Sets { Words = words.WithComparer(StringComparer.OrdinalIgnoreCase) }));
    }

    [Fact]
    public void Types_of_the_users_own_survive()
    {
        var value = new Shapes(
            new(1.5m, "EUR"), new() { Field = 3, Name = "plain" }, new() { Name = "required", Count = 2 }, new("derived", 4), new(new(1, 2), new(3, "four")), new() { X = 1 });
        AssertSame(value);
        Shapes read = Payload.Read<Shapes>(Payload.Of(value));
        Assert.Equal("1.5 EUR", read.Money.Display);
        Assert.Equal(value.Derived, read.Derived);
        Assert.Equal(value.Required, read.Required);
    }

    [Fact]
    public void Gaps_between_keys_are_nil()
    {
        var value = new Gaps("name", 7);
        Assert.Equal("96C0C0A46E616D65C0C007", Convert.ToHexString(Payload.Of(value)));
        Assert.Equal(value, Payload.Read<Gaps>(Payload.Of(value)));
        Assert.Null(Payload.Read<Gaps>([0x91, 0xC0]).Name);
    }

    [Fact]
    public void A_derived_record_is_not_cut_down_to_its_base() =>
        Assert.Throws<ArgumentException>(() => Payload.Of<Gaps>(new WiderGaps("name", 1, 2)));

    private static void AssertSame<TEvent>(TEvent value)
        where TEvent : IEvent<TEvent>
    {
        byte[] payload = Payload.Of(value);
        Assert.Equal(payload, Payload.Of(Payload.Read<TEvent>(payload)));

        var parsed = new RecordSchema(TEvent.Schema.Text);
        Assert.Equal(parsed.Fingerprint, TEvent.Schema.Fingerprint);
        Assert.Equal((parsed.Kind, parsed.Name, parsed.Version), (TEvent.Schema.Kind, TEvent.Schema.Name, TEvent.Schema.Version));
        Assert.NotEmpty(PayloadJson.ToJson(TEvent.Schema, payload));
        for (int length = 0; length < payload.Length; length++)
        {
            Assert.Throws<MessagePackFormatException>(() => Payload.Read<TEvent>(payload.AsSpan(0, length)));
        }
    }
}
