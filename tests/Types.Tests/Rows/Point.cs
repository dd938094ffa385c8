namespace Daybook.Types.Tests;

public readonly struct Point(int x, int y)
{
    public int X { get; } = x;

    public int Y { get; } = y;
}
