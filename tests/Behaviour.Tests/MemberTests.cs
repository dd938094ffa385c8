using System.Collections.Immutable;
using Daybook.Behaviour.Tests.Members;
using Daybook.Behaviour.Tests.Samples;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook.Behaviour.Tests;

public class MemberTests
{
    [Fact]
    public void Every_sample_survives() => Assert.All(SampleList.All, sample => Assert.Equal(sample.Payload, sample.Rewrite(sample.Payload)));

    [Fact]
    public void Every_sample_has_a_schema_that_parses_to_itself() => Assert.All(SampleList.All, sample =>
    {
        var parsed = new RecordSchema(sample.Schema.Text);
        Assert.Equal(parsed.Fingerprint, sample.Schema.Fingerprint);
        Assert.Equal((parsed.Kind, parsed.Name, parsed.Version), (sample.Schema.Kind, sample.Schema.Name, sample.Schema.Version));
        Assert.NotEmpty(PayloadJson.ToJson(sample.Schema, sample.Payload));
    });

    [Fact]
    public void No_sample_can_be_cut_short() => Assert.All(SampleList.All.Where(sample => sample.Payload.Length < 1000), sample =>
    {
        for (int length = 0; length < sample.Payload.Length; length++)
        {
            Assert.Throws<MessagePackFormatException>(() => sample.Rewrite(sample.Payload[..length]));
        }
    });

    [Fact]
    public void Scalars_are_equal_again()
    {
        Scalars value = ScalarSamples.Usual;
        Scalars read = Payload.Read<Scalars>(Payload.Of(value));
        Assert.Equal(
            value with { Bytes = [], Memory = default, Json = default },
            read with { Bytes = value.Bytes.Length == 2 ? [] : null!, Memory = default, Json = default },
            (left, right) => left!.ToString() == right!.ToString());
    }

    [Fact]
    public void Nullables_are_equal_again()
    {
        Assert.Equal(new Nullables(), Payload.Read<Nullables>(Payload.Of(new Nullables())));
        Assert.Equal(new Point(1, 2), Payload.Read<Nullables>(Payload.Of(NullableSamples.Full)).Point);
    }

    [Fact]
    public void Collections_are_equal_again()
    {
        Collections value = CollectionSamples.Usual;
        Collections read = Payload.Read<Collections>(Payload.Of(value));
        Assert.Equal(value.HashSet, read.HashSet);
        Assert.Equal("next", read.ReadOnlyList[0].Children[0].Next!.Name);
        Assert.Equal(value.Tuple.Inner.Values, read.Tuple.Inner.Values);
    }

    [Fact]
    public void A_default_immutable_array_is_an_empty_one() =>
        Assert.Equal(Payload.Of(CollectionSamples.Usual with { ImmutableArray = [] }), Payload.Of(CollectionSamples.Usual with { ImmutableArray = default }));

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
        Shapes value = ShapeSamples.Usual;
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
}
