using Daybook.Testing;

namespace Daybook.Tests.Stores;

public sealed class FileStoreComplianceTests : ComplianceTests
{
    private protected override StoreFixture CreateFixture() => new FileStoreFixture(new());
}
