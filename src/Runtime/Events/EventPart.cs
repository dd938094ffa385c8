namespace Daybook;

/// <summary>One of the events that a recorded event stands for.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
/// <param name="Value">The event.</param>
/// <param name="Context">What is known of it; parts of one recorded event differ in <see cref="EventContext.Part"/>.</param>
public readonly record struct EventPart<TEvent>(TEvent Value, EventContext Context);
