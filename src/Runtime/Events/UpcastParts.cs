using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>Takes the events of one type that a recorded event becomes. Generated code is its only user.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[StructLayout(LayoutKind.Auto)]
public struct UpcastParts<TEvent>
{
    // Nearly always there is one, so that further ones alone cost a list.
    private (TEvent Value, int Part) _first;
    private List<(TEvent Value, int Part)>? _further;

    /// <summary>How many events there are.</summary>
    internal int Count { get; private set; }

    internal readonly (TEvent Value, int Part) this[int index] => index == 0 ? _first : _further![index - 1];

    /// <summary>Adds an event.</summary>
    /// <param name="value">The event.</param>
    /// <param name="part">Which part of the recorded event it is.</param>
    public void Add(TEvent value, int part)
    {
        if (Count++ == 0)
        {
            _first = (value, part);
        }
        else
        {
            (_further ??= []).Add((value, part));
        }
    }
}
