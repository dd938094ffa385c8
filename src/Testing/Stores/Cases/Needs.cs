namespace Daybook.Testing;

/// <summary>What a case asks of a store before it means anything: whatever is missing ends the case, and says so.</summary>
internal static class Needs
{
    internal static void Truncation(IEventStore store) => That(store.Capabilities.CanTruncate, "the store cannot truncate streams");

    internal static void NoTruncation(IEventStore store) => That(!store.Capabilities.CanTruncate, "the store can truncate streams");

    internal static void Replacement(IEventStore store) => That(store.Capabilities.CanReplace, "the store cannot replace events");

    internal static void NoReplacement(IEventStore store) => That(!store.Capabilities.CanReplace, "the store can replace events");

    internal static void Chain(IEventStore store) => That(store.Capabilities.IsChained, "the store was not opened with a hash chain");

    internal static void NoChain(IEventStore store) => That(!store.Capabilities.IsChained, "the store was opened with a hash chain");

    internal static void Reopening(StoreFixture fixture) => That(fixture.CanReopen, "the store cannot be opened again");

    internal static void That(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new NotApplicableException(otherwise);
        }
    }
}
