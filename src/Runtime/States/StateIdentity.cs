using System.Globalization;
using System.Text;
using Daybook.Schema;

namespace Daybook;

/// <summary>
/// What a snapshot must agree in with the state that is loaded from it: the state's name, version and members, and
/// those of every event version it takes.
/// </summary>
internal static class StateIdentity
{
    internal static ulong Of<TState>()
        where TState : IState<TState> => Cache<TState>.Value;

    private static ulong Compute<TState>()
        where TState : IState<TState>
    {
        var text = new StringBuilder(TState.Schema.Text);
        foreach (EventDescriptor descriptor in TState.Events)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"\n{descriptor.Schema.Text}");
            foreach (string former in descriptor.FormerNames)
            {
                _ = text.Append(CultureInfo.InvariantCulture, $"\n{former}");
            }
        }

        return RecordSchema.FingerprintOf(text.ToString());
    }

    private static class Cache<TState>
        where TState : IState<TState>
    {
        internal static readonly ulong Value = Compute<TState>();
    }
}
