namespace Daybook.Behaviour.Tests.Members;

public sealed record OutlineData(string Title, Outline[] Parts);
