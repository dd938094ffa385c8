using Daybook.Testing;

namespace Daybook.Tests.Stores;

public class FileStoreComplianceTests : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => Reasons.Complete;

    private protected override StoreFixture CreateFixture() => new FileStoreFixture(new());
}
