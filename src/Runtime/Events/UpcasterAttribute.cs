namespace Daybook;

/// <summary>
/// Marks an upcaster: a static method, anywhere in the event's assembly, that takes an older version of an event, and
/// an <see cref="EventContext"/> behind it if it likes, and returns what it means today: one event, a nullable one
/// (null: none), or a tuple of events (nulls are left out). It depends on nothing but its arguments.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class UpcasterAttribute : Attribute;
