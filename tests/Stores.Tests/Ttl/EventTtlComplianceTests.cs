namespace Daybook.Tests.Stores.Ttl;

public sealed class EventTtlComplianceTests() : TtlComplianceTests(TtlMode.Events);
