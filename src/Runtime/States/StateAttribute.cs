namespace Daybook;

/// <summary>Marks a partial record as a state: what a stream folds to.</summary>
/// <param name="name">
/// The stable name, such as <c>cart</c>, by the same rules as an event's. It is also the category of the streams that
/// the state's recorder creates.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class StateAttribute(string name) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Part of the identity of the state's snapshots, 1 or greater: raise it when the reducers change, so that
    /// snapshots of the old logic are ignored.
    /// </summary>
    public int Version { get; init; } = 1;

    /// <summary>
    /// Whether the state is a view: it skips every event that it has no reducer for, has no recorder, and may fold many streams. See
    /// <c>store.Project</c>.
    /// </summary>
    public bool View { get; init; }
}
