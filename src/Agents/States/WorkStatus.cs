namespace Daybook.Agents;

/// <summary>How far a piece of work has come.</summary>
public enum WorkStatus
{
    /// <summary>Nothing is known of it.</summary>
    None,

    /// <summary>It is there, and nobody works on it yet.</summary>
    Waiting,

    /// <summary>Somebody works on it.</summary>
    Running,

    /// <summary>It was done.</summary>
    Completed,

    /// <summary>It could not be done.</summary>
    Failed,
}
