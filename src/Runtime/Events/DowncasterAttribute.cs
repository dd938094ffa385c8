namespace Daybook;

/// <summary>
/// Marks a downcaster: a static method, anywhere in the event's assembly, that takes an event and returns the older
/// version of it that <see cref="EventAttribute.WriteVersion"/> says. Needed only where the older version has a member
/// that the event has not.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DowncasterAttribute : Attribute;
