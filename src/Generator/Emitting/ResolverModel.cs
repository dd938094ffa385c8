using Daybook.Generator.Equatable;
using Daybook.Generator.Model;

namespace Daybook.Generator.Emitting;

/// <summary>What the resolver for MessagePack-CSharp is written from.</summary>
/// <param name="Entries">The events and states that it knows.</param>
/// <param name="Peer">What there is of that library.</param>
/// <param name="Assembly">The assembly's name.</param>
internal sealed record ResolverModel(EquatableArray<ResolverEntry> Entries, PeerFormatters Peer, string Assembly);
