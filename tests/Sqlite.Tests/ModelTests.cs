using Daybook.Stores.Sqlite;

namespace Daybook.SqliteTests;

/// <summary>The store does and says what the store in memory does and says.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task It_behaves_as_the_store_in_memory(int seed, bool chained)
    {
        using var database = new TestDatabase();
        await using SqliteEventStore store = database.Open(new() { Chained = chained, Durability = Durability.Written });
        await using IEventStore memory = EventStores.Memory(new() { Chained = chained });
        var tested = new Model(store, seed);
        var model = new Model(memory, seed);
        for (int i = 0; i < 400; i++)
        {
            Assert.Equal(await model.StepAsync(), await tested.StepAsync());
            if (i % 20 == 0)
            {
                Assert.Equal(await model.DescribeAsync(), await tested.DescribeAsync());
            }
        }

        string end = await model.DescribeAsync();
        Assert.Equal(end, await tested.DescribeAsync());
        int found = 0;
        for (int i = 0; i < 300; i++)
        {
            string expected = await model.QueryAsync();
            Assert.Equal(expected, await tested.QueryAsync());
            found += expected.Length > 0 ? 1 : 0;
        }

        Assert.InRange(found, 100, 299);
        await store.DisposeAsync();
        await using SqliteEventStore reopened = database.Open();
        Assert.Equal(end, await new Model(reopened, seed).DescribeAsync());
    }
}
