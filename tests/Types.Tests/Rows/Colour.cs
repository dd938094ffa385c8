namespace Daybook.Types.Tests;

public enum Colour
{
    Red = 1,
    Green,
}
