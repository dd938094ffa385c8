namespace Daybook.Behaviour.Tests.Members;

public sealed record Pair<TFirst, TSecond>(TFirst First, TSecond Second);
