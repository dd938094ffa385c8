namespace Daybook.Behaviour.Tests.Members;

public struct Mutable
{
    public int X;
    public string? Y;
}
