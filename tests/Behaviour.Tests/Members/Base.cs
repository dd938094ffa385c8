namespace Daybook.Behaviour.Tests.Members;

public abstract record Base([property: WireKey(0)] string Name);
