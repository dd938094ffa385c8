using Daybook.Stores;

namespace Daybook.Tests.Integrity;

/// <summary>The hashed bytes as docs/format.md specifies them. The hashes were computed outside of this project, by the page alone.</summary>
public sealed class ChainFormatTests
{
    private static readonly byte[] Payload = [0x91, 0xa5, 0x68, 0x65, 0x6c, 0x6c, 0x6f];
    private static readonly EventId Id = EventId.Parse("018d0e2f-1a2b-7c3d-8e4f-5a6b7c8d9e0f");

    [Fact]
    public void Hashes_are_those_of_the_format()
    {
        var metadata = new EventMetadata { CorrelationId = "corr", Actor = "ada", Headers = EventMetadata.Empty.Headers.Add("trace", "0af7") };
        using var chain = new EventChain();

        ChainHash first = Next(chain, default, 0, metadata: null);
        ChainHash second = Next(chain, first, 1, metadata);

        Assert.Equal("46ce8cb7cd604a670886cf30e028cf2bcc149ab42d0c8264ced05096b8e725ef", first.ToString());
        Assert.Equal("22b7aca71a2d0938f63d36dba4cce8f396477c13fc14560814aee7be76289c92", second.ToString());
    }

    private static ChainHash Next(EventChain chain, ChainHash previous, long sequence, EventMetadata? metadata) =>
        chain.Next(previous, "cart-ä", sequence, Id, 639_000_000_000_000_000, new("cart.noted", 2), metadata, EventChain.HashOf(Payload));
}
