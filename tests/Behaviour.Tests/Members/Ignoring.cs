namespace Daybook.Behaviour.Tests.Members;

/// <summary>Members that are not recorded.</summary>
[Event("members.ignoring")]
public partial record Ignoring(int Number, [WireIgnore] string Note = "none", [property: WireIgnore] DateTime At = default, long Last = 9)
{
    [WireIgnore]
    public List<object> Cache { get; init; } = [1];

    public string Text { get; init; } = "text";

    [WireIgnore]
    public Action? Do { get; init; }
}
