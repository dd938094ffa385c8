namespace Daybook.Tests.Stores;

/// <summary>Why a case may not apply to a store, in the suite's words.</summary>
internal static class Reasons
{
    internal const string NotReopened = "the store cannot be opened again";
    internal const string CanTruncate = "the store can truncate streams";
    internal const string CannotTruncate = "the store cannot truncate streams";
    internal const string CanReplace = "the store can replace events";
    internal const string CannotReplace = "the store cannot replace events";
    internal const string Chained = "the store was opened with a hash chain";
    internal const string NotChained = "the store was not opened with a hash chain";
    internal const string Exact = "the store's feed is exact";
    internal const string Writes = "the store takes changes";

    /// <summary>What a store that can do everything, and without a chain, need not show.</summary>
    internal static readonly string[] Complete = [CanTruncate, CanReplace, NotChained, Exact, Writes];

    /// <summary>The same of a store with a chain.</summary>
    internal static readonly string[] CompleteChained = [CanTruncate, CanReplace, Chained, Exact, Writes];
}
