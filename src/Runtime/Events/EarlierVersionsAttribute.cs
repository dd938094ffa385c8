using System.ComponentModel;

namespace Daybook;

/// <summary>Lists the events that become this one by upcasters, for compilers of other assemblies. Generated.</summary>
/// <param name="types">The events.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EarlierVersionsAttribute(params Type[] types) : Attribute
{
    /// <summary>The events.</summary>
    public IReadOnlyList<Type> Types { get; } = types;
}
