namespace Daybook.Behaviour.Tests.Members;

/// <summary>A class with fields and settable properties.</summary>
public sealed class Plain
{
    public int Field;

    public string Name { get; set; } = "none";
}
