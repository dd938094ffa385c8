using Daybook.Testing;

namespace Daybook.Tests.Stores;

public class FileStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => [Reasons.CannotTruncate, Reasons.CannotReplace, Reasons.NotChained, Reasons.Exact, Reasons.Writes];

    private protected override StoreFixture CreateFixture() => new FileStoreFixture(new());
}
