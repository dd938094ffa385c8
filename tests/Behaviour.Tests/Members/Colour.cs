namespace Daybook.Behaviour.Tests.Members;

public enum Colour : byte
{
    Red = 1,
    Green = 2,
}
