using System.Collections.Immutable;

namespace Daybook.Behaviour.Tests.Members;

[Event("members.sets")]
public partial record Sets
{
    public ImmutableHashSet<string> Words { get; init; } = [];
}
