namespace Daybook.Stores;

/// <summary>The names of the streams that are Daybook's own.</summary>
internal static class SystemStreams
{
    /// <summary>The stream that says which chained streams were deleted and which of their events replaced. A copy of the store needs it.</summary>
    internal const string Tombstones = "$tombstones";

    /// <summary>The stream that keeps the heads behind every anchor. A copy of the store needs it.</summary>
    internal const string Anchors = "$anchors";

    private const int MaxNameLength = 100;

    /// <summary>The stream that holds the snapshots of a user's stream, of all states that it is folded to.</summary>
    internal static string SnapshotsOf(string streamId) => "$snapshots:" + streamId;

    /// <summary>The stream that holds the checkpoint of a subscription; those of its partitions follow behind a slash.</summary>
    internal static string CheckpointOf(string name) => "$checkpoint:" + name;

    /// <summary>The stream that holds a view's state and offset; those of its keys follow behind a slash.</summary>
    internal static string ViewOf(string name) => "$view:" + name;

    /// <summary>Refuses a text that no subscription or view may have as its name: a slash would make two of them look like one.</summary>
    internal static void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        bool isName = name.Length <= MaxNameLength && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
        if (!isName)
        {
            throw new ArgumentException($"'{name}' is no name; use 1 to {MaxNameLength} ASCII letters, digits, '.', '-' or '_'.", nameof(name));
        }
    }
}
