namespace Daybook.Types.Tests;

public sealed record Node(string Name, IReadOnlyList<Node> Children, Node? Next);
