using Daybook.CrashTesting;

namespace Daybook.Tests.Stores;

/// <summary>What tells how a stream and its snapshots are: see <see cref="IWatchedStream.Digest"/>.</summary>
internal sealed record StreamDigest(string Events, string Snapshots);
