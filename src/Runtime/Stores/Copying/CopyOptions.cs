namespace Daybook;

/// <summary>How a store is copied into another.</summary>
public sealed record CopyOptions
{
    /// <summary>The settings where none are given.</summary>
    public static CopyOptions Default { get; } = new();

    /// <summary>
    /// Whether the target is made the same as the source: streams that the source does not have are deleted from it, those that differ are
    /// written anew, and truncated ones are truncated. Otherwise a copy only adds, and a stream that differs is a <see cref="StoreCopyException"/>.
    /// </summary>
    public bool Mirror { get; init; }

    /// <summary>Whether every event of the target is read back and compared with the source's at the end; it is unless said.</summary>
    public bool Verify { get; init; } = true;
}
