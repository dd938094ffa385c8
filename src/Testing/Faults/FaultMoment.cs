namespace Daybook.Testing;

/// <summary>When a fault strikes.</summary>
public enum FaultMoment
{
    /// <summary>Before the call reaches the store: nothing is done.</summary>
    Before,

    /// <summary>On the way back: what was asked is done, and the answer gets lost.</summary>
    After,
}
