using Daybook.MessagePack;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.MessagePack;

public class CanonicalOrderTests
{
    [Fact]
    public void Sets_are_in_the_order_of_their_encodings()
        => Assert.Equal("94017fa161a16b", Wire.Hex<object[]>(["k", 127, "a", 1], WriteMixedSet));

    [Fact]
    public void Maps_are_in_the_order_of_their_keys_encodings()
        => Assert.Equal("83a16202a163c3a26161c0", Wire.Hex(0, (ref w, _) =>
        {
            w.WriteMapHeader(3);
            int start = w.Position;
            w.Write("aa");
            w.WriteNil();
            w.Write("c");
            w.Write(true);
            w.Write("b");
            w.Write(2);
            w.SortMap(start, 3);
        }));

    [Fact]
    public void Any_order_of_entries_gives_the_same_bytes() => Prop.ForAll(
        Gen.Choose(0, 300).SelectMany(count => ArbMap.Default.GeneratorFor<int>().ArrayOf(count)).ToArbitrary(),
        values =>
        {
            int[] distinct = [.. values.Distinct()];
            byte[] expected = [.. distinct.Select(Entry).Order(Comparer<byte[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y))).SelectMany(bytes => bytes)];
            return Sorted(distinct).SequenceEqual(expected) && Sorted([.. distinct.Reverse()]).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void A_wrong_count_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Wire.Bytes(0, (ref w, _) => WriteTwo(ref w, 3)));
        Assert.Throws<InvalidOperationException>(() => Wire.Bytes(0, (ref w, _) =>
        {
            w.Write(1);
            WriteTwo(ref w, 2);
            w.SortSet(0, 2);
        }));

        static void WriteTwo(ref MessagePackWriter writer, int count)
        {
            int start = writer.Position;
            writer.Write(2);
            writer.Write(1);
            writer.SortSet(start, count);
        }
    }

    private static byte[] Entry(int value) => Wire.Bytes(value, static (ref w, v) =>
    {
        w.Write(v);
        w.Write(v.ToString(System.Globalization.CultureInfo.InvariantCulture));
    });

    private static byte[] Sorted(int[] values) => Wire.Bytes(values, static (ref w, v) =>
    {
        int start = w.Position;
        foreach (int value in v)
        {
            w.WriteRaw(Entry(value));
        }

        w.SortMap(start, v.Length);
    });

    private static void WriteMixedSet(ref MessagePackWriter writer, object[] items)
    {
        writer.WriteArrayHeader(items.Length);
        int start = writer.Position;
        foreach (object item in items)
        {
            if (item is int number)
            {
                writer.Write(number);
            }
            else
            {
                writer.Write((string)item);
            }
        }

        writer.SortSet(start, items.Length);
    }
}
