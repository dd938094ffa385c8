namespace Daybook.Behaviour.Tests.Members;

/// <summary>What is missing keeps what the declaration says.</summary>
[Event("members.defaults")]
public partial record Defaults(string Name, int Count = 5, decimal Price = 1.50m, Colour Colour = Colour.Green, string? Note = "a \"note\"", double Ratio = double.NaN)
{
    public List<int> Values { get; init; } = [1, 2];

    public required string Needed { get; init; }

    public long Constant { get; init; } = 3 * 7;

    public string Text { get; init; } = null!;
}
