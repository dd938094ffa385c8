namespace Daybook;

/// <summary>
/// Marks a reducer, in a state: an instance method <c>TState On(TEvent)</c> or a static one
/// <c>TState On(TState, TEvent)</c>, either with an <see cref="EventContext"/> behind. It depends on nothing but its
/// arguments and changes nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ReducerAttribute : Attribute;
