using System.ComponentModel;
using System.Runtime.CompilerServices;
using Daybook.MessagePack;
using Daybook.Schema;

namespace Daybook;

/// <summary>Reaches the members that events implement explicitly. Generated code is its only user.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventForms
{
    /// <summary>Runs an event's upcaster.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <typeparam name="TResult">What the upcaster returns.</typeparam>
    /// <param name="value">The event.</param>
    /// <param name="context">What is known of the recorded event.</param>
    /// <returns>The upcaster's result.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult Upcast<TEvent, TResult>(TEvent value, in EventContext context)
        where TEvent : IEvent<TEvent>, IUpcast<TEvent, TResult> => TEvent.Upcast(value, in context);

    /// <summary>Reads an event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="reader">Stands at the payload's first byte.</param>
    /// <returns>The event.</returns>
    /// <exception cref="MessagePackFormatException">The bytes are not such a payload.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TEvent Read<TEvent>(ref MessagePackReader reader)
        where TEvent : IEvent<TEvent> => TEvent.Read(ref reader);

    /// <summary>Writes an event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <param name="writer">Where the payload goes.</param>
    /// <param name="value">The event.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TEvent>(ref MessagePackWriter writer, in TEvent value)
        where TEvent : IEvent<TEvent> => TEvent.Write(ref writer, in value);

    /// <summary>The schema of an event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    /// <returns>Always the same object.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RecordSchema SchemaOf<TEvent>()
        where TEvent : IEvent<TEvent> => TEvent.Schema;
}
