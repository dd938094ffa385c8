using Daybook.Testing;

namespace Daybook.Tests.Stores;

public sealed class SqliteStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => Reasons.Complete;

    private protected override StoreFixture CreateFixture() => new SqliteStoreFixture(new());
}
