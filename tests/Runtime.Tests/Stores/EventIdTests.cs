using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Daybook.Tests.Stores;

public sealed class EventIdTests
{
    [Fact]
    public void Ids_rise_also_when_the_clock_stands_still_or_goes_back()
    {
        var generator = new EventIdGenerator();
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        EventId last = default;
        for (int i = 0; i < 10_000; i++)
        {
            EventId next = generator.Next(start.AddMilliseconds(i % 7 == 0 ? -i : i / 10));
            Assert.True(next > last);
            Assert.Equal(7, next.Version);
            Assert.Equal(2UL, next.Low >> 62);
            last = next;
        }
    }

    [Fact]
    public void An_id_starts_with_its_millisecond()
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(1_767_225_600_123);
        EventId id = new EventIdGenerator().Next(time);
        Assert.Equal(1_767_225_600_123UL, id.High >> 16);
        Assert.Equal(id.ToGuid().ToString(), id.ToString());
    }

    [Fact]
    public async Task Generators_never_give_the_same_id_and_neither_do_threads()
    {
        var shared = new EventIdGenerator();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        EventId[][] ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            EventIdGenerator generator = i % 2 == 0 ? shared : new();
            return Enumerable.Range(0, 10_000).Select(_ => generator.Next(now)).ToArray();
        })));
        Assert.Equal(80_000, ids.SelectMany(some => some).Distinct().Count());
    }

    [Fact]
    public void A_named_id_is_version_8_over_sha_256()
    {
        EventId id = EventId.From("cart-42", "step-7");
        Assert.Equal(id, EventId.From("cart-42", "step-7"));
        Assert.NotEqual(id, EventId.From("cart-42s", "tep-7"));
        Assert.Equal(8, id.Version);
        byte[] space = Convert.FromHexString("5d1c0e6a8f274b559d0b3c6a116e7204");
        byte[] digest = SHA256.HashData([.. space, 0, 0, 0, 7, .. Encoding.UTF8.GetBytes("cart-42step-7")]);
        digest[6] = (byte)(0x80 | (digest[6] & 0xF));
        digest[8] = (byte)(0x80 | (digest[8] & 0x3F));
        Assert.Equal(new Guid(digest.AsSpan(0, 16), bigEndian: true), id.ToGuid());
    }

    [Fact]
    public void Ids_survive_every_form_and_are_ordered_as_their_bytes() =>
        Prop.ForAll<Guid, Guid>((left, right) =>
        {
            EventId a = new(left);
            EventId b = new(right);
            byte[] bytes = new byte[16];
            a.Write(bytes);
            return EventId.Read(bytes) == a && EventId.Parse(a.ToString()) == a && a.ToGuid() == left
                && Math.Sign(a.CompareTo(b)) == Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString()));
        }).QuickCheckThrowOnFailure();
}
