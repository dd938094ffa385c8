namespace Daybook.Behaviour.Tests.Members;

/// <summary>A tree that is recorded as a record that contains the tree again.</summary>
[Formatter(typeof(OutlineFormatter))]
public sealed class Outline(string title, params Outline[] parts)
{
    public string Title => title;

    public IReadOnlyList<Outline> Parts => parts;
}
