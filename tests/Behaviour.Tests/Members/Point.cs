namespace Daybook.Behaviour.Tests.Members;

public readonly record struct Point(int X, int Y);
