namespace Daybook.Behaviour.Tests.Members;

public sealed record Some<T>(T Value) : Option<T>;
