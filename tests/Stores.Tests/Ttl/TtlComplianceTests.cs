using Daybook.Testing;

namespace Daybook.Tests.Stores.Ttl;

/// <summary>A store behind a time to live that nothing reaches is a store like any other, in either mode.</summary>
public abstract class TtlComplianceTests(TtlMode mode) : ComplianceTests
{
    private protected override IEnumerable<string> RuledOut => [.. Reasons.Complete, Reasons.NotReopened];

    private protected override StoreFixture CreateFixture() => new Fixture(mode);

    private sealed class Fixture(TtlMode mode) : StoreFixture
    {
        // Longer than the calendar: the suite's stamps are of all times.
        private static readonly TimeSpan Long = TimeSpan.FromDays(10_000_000);

        public override bool CanReopen => false;

        public override ValueTask<IEventStore> OpenAsync() => new(EventStores.Memory().WithTtl(Long, mode));
    }
}
