namespace Daybook.Behaviour.Tests.Members;

public sealed record Required
{
    public required string Name { get; init; }

    public int Count { get; init; } = Random.Shared.Next(7, 8);
}
