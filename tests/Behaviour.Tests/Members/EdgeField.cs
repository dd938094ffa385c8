namespace Daybook.Behaviour.Tests.Members;

/// <summary>Fields keep their defaults, too.</summary>
public record EdgeField
{
    public int? Field = -2;
}
