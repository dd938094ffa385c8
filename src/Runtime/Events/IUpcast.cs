using System.ComponentModel;

namespace Daybook;

/// <summary>What the generator implements for an event that an upcaster takes.</summary>
/// <typeparam name="TSelf">The event itself.</typeparam>
/// <typeparam name="TResult">What the upcaster returns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUpcast<TSelf, TResult>
    where TSelf : IUpcast<TSelf, TResult>, IEvent<TSelf>
{
    /// <summary>Calls the upcaster.</summary>
    /// <param name="value">The event as it was recorded, or as an upcaster before this one made it.</param>
    /// <param name="context">What is known of the recorded event.</param>
    /// <returns>The event, null, or a tuple of both.</returns>
    static abstract TResult Upcast(TSelf value, in EventContext context);
}
