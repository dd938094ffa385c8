using Daybook.Testing;

namespace Daybook.Tests.Stores;

public sealed class SqliteStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => [Reasons.CanTruncate, Reasons.CanReplace, Reasons.NotChained, Reasons.Exact, Reasons.Writes];

    private protected override StoreFixture CreateFixture() => new SqliteStoreFixture(new());
}
