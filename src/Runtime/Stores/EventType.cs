using System.Globalization;
using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>The stable wire name of an event and its schema version.</summary>
/// <param name="Name">The wire name, such as <c>cart.item-added</c>.</param>
/// <param name="Version">The schema version, from 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EventType(string Name, int Version)
{
    /// <summary>The type as text: <c>cart.item-added@2</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}@{Version}");
}
