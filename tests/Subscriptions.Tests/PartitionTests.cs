using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Daybook.FeedTesting;

namespace Daybook.Tests.Subscriptions;

public sealed class PartitionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a")]
    [InlineData("cart-42")]
    [InlineData("exactly8")]
    [InlineData("order-10000000-0000-7000-8000-000000000000")]
    [InlineData("zażółć gęślą jaźń")]
    public void The_hash_is_the_documented_one(string id)
    {
        // As docs/format.md says it, written anew: it must never change, or streams would move between consumers.
        byte[] bytes = Encoding.UTF8.GetBytes(id);
        UInt128 modulus = UInt128.One << 64;
        UInt128 factor = 0x9E37_79B9_7F4A_7C15;
        var hash = (ulong)((uint)bytes.Length * factor % modulus);
        int whole = bytes.Length / 8 * 8;
        for (int start = 0; start <= whole; start += 8)
        {
            ulong word = 0;
            for (int i = Math.Min(7, bytes.Length - start - 1); i >= 0; i--)
            {
                word = (word << 8) | bytes[start + i];
            }

            hash = (ulong)((hash ^ word) * factor % modulus);
            hash ^= hash >> 32;
        }

        foreach (int count in new[] { 1, 2, 3, 7, 64, 4096 })
        {
            Assert.Equal((int)(hash % (ulong)count), StreamPartition.IndexOf(id, count));
            Assert.True(new StreamPartition((int)(hash % (ulong)count), count).Contains(id));
        }
    }

    [Fact]
    public void Some_hashes_for_good()
    {
        Assert.Equal([4, 0, 4, 3], new[] { "a", "cart-42", "exactly8", "zażółć gęślą jaźń" }.Select(id => StreamPartition.IndexOf(id, 7)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    public void Shares_are_about_equal(int count)
    {
        int[] sizes = new int[count];
        for (int i = 0; i < 10_000; i++)
        {
            sizes[StreamPartition.IndexOf(string.Create(CultureInfo.InvariantCulture, $"cart-{i}"), count)]++;
        }

        Assert.All(sizes, size => Assert.InRange(size, 10_000 / count * 8 / 10, 10_000 / count * 12 / 10));
    }

    [Theory, EachStore]
    public async Task Consumers_share_the_streams(StoreKind kind)
    {
        await using var test = TestStore.Open(kind);
        const int Events = 3000;
        var handled = new ConcurrentQueue<(int Consumer, string Stream, long Number)>();
        Task writer = Task.Run(() => Worker.WriteAsync(test.Store, first: 0, Events, seed: 3), Stop);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async index =>
        {
            await writer;
            await HandleAsync(index, 4);
        }));
        Check(4);

        // Another number of consumers goes on where all of the old ones had come to.
        handled.Clear();
        await Worker.WriteAsync(test.Store, Events, Events, seed: 4);
        await test.ReopenAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(index => HandleAsync(index, 3)));
        Assert.Equal(Events, handled.Min(entry => entry.Number));
        Check(3);

        // And so does a single one.
        handled.Clear();
        await Worker.WriteAsync(test.Store, 2 * Events, Events, seed: 5);
        await HandleAsync(0, 1);
        Assert.Equal(2 * Events, handled.Min(entry => entry.Number));
        Check(1);

        Task HandleAsync(int index, int count) => test.Store.Subscribe("shared", new() { Partition = new(index, count), PageSize = 100, CheckpointEvery = 10 })
            .OnAny(envelope => handled.Enqueue((index, envelope.StreamId, envelope.NumberOf()))).CatchUpAsync(Stop);

        void Check(int count)
        {
            Assert.Equal(Events, handled.Count);
            Assert.Equal(Events, handled.Select(entry => entry.Number).Distinct().Count());
            Assert.All(handled.GroupBy(entry => entry.Stream), stream =>
            {
                Assert.Equal(StreamPartition.IndexOf(stream.Key, count), Assert.Single(stream.Select(entry => entry.Consumer).Distinct()));
                Assert.Equal(stream.Select(entry => entry.Number).Order(), stream.Select(entry => entry.Number));
            });
        }
    }

    [Fact]
    public async Task A_set_with_a_missing_share_does_not_count()
    {
        await using var test = TestStore.Open(StoreKind.Memory);
        await Worker.WriteAsync(test.Store, first: 0, count: 100, seed: 3);
        await test.Store.Subscribe("shared", new() { Partition = new(0, 2) }).OnAny(_ => { }).CatchUpAsync(Stop);
        int handled = 0;
        await test.Store.Subscribe("shared").OnAny(_ => { handled++; }).CatchUpAsync(Stop);
        Assert.Equal(100, handled);
    }

    [Fact]
    public void There_is_no_share_beyond_the_last()
    {
        Assert.Equal("1-of-4", new StreamPartition(1, 4).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamPartition(4, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamPartition(-1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamPartition(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamPartition(0, 5000));
        Assert.True(StreamPartition.All.Contains("anything"));
    }
}
