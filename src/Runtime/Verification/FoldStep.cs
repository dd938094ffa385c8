using System.Runtime.InteropServices;
using Daybook.Stores;

namespace Daybook;

/// <summary>Some consecutive events of a page.</summary>
/// <param name="Page">The page; valid until the next step is asked for.</param>
/// <param name="Start">The first event's index in it.</param>
/// <param name="Count">How many events.</param>
/// <param name="IsCheckpoint">Whether states are to be compared behind them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoldStep(EventPage Page, int Start, int Count, bool IsCheckpoint);
