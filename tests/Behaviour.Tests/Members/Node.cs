namespace Daybook.Behaviour.Tests.Members;

/// <summary>A type that contains itself.</summary>
public sealed record Node(string Name, Node? Next = null)
{
    public List<Node> Children { get; init; } = [];
}
