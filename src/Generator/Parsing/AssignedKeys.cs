namespace Daybook.Generator.Parsing;

/// <summary>Members with their keys, in order of the keys.</summary>
internal sealed class AssignedKeys(IReadOnlyList<(MemberCandidate Candidate, int Key)> entries)
{
    public IReadOnlyList<(MemberCandidate Candidate, int Key)> Entries { get; } = entries;
}
