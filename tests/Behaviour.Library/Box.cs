namespace Daybook.Behaviour.Library;

public record Box<T>(T Content, int Count = 1);
