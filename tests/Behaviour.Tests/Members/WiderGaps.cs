namespace Daybook.Behaviour.Tests.Members;

public record WiderGaps(string Name, int Count, int More) : Gaps(Name, Count);
