namespace Daybook.Tests.Stores.Ttl;

public sealed class StreamTtlComplianceTests() : TtlComplianceTests(TtlMode.Streams);
