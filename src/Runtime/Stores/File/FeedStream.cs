using System.Runtime.InteropServices;

namespace Daybook.Stores;

/// <summary>What the feed shows of a stream.</summary>
/// <param name="Id">The stream; null for one whose events the feed leaves out.</param>
/// <param name="From">The first sequence that is still there.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FeedStream(string? Id, long From);
