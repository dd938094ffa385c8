using System.Collections.Immutable;

namespace Daybook;

/// <summary>What a copy did.</summary>
/// <param name="Streams">How many streams the source has that are in the target now, those of Daybook's own not counted.</param>
/// <param name="Events">How many events were written; what the target had already does not count.</param>
/// <param name="LeftOut">Streams that were truncated to their very end and cannot be copied, because they have a hash chain or the target cannot truncate.</param>
public sealed record CopyReport(long Streams, long Events, ImmutableArray<string> LeftOut);
