namespace Daybook.Behaviour.Tests.Members;

public sealed record Derived(string Name, [property: WireKey(2)] int Count) : Base(Name);
