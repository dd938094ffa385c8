using Daybook.Testing;

namespace Daybook.Tests.Stores;

/// <summary>The SQLite store again, with a hash chain, and without waiting for the disk.</summary>
public sealed class ChainedSqliteStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => Reasons.CompleteChained;

    private protected override StoreFixture CreateFixture() => new SqliteStoreFixture(new() { Chained = true, Durability = Durability.Written });
}
