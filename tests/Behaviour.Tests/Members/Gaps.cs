namespace Daybook.Behaviour.Tests.Members;

[Event("members.gaps")]
public partial record Gaps([property: WireKey(2)] string Name, [WireKey(5)] int Count);
