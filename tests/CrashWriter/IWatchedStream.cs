namespace Daybook.CrashTesting;

/// <summary>
/// A stream that one worker alone changes, as that worker expects it to be: what it says before and after each change lets
/// whoever finds the stream later tell whether it is as it was before the last change or as it was after it.
/// </summary>
public interface IWatchedStream
{
    string Id { get; }

    /// <summary>The events' part and the snapshots' part: some changes make one after the other.</summary>
    (string Events, string Snapshots) Digest { get; }

    /// <summary>Changes the stream at random.</summary>
    /// <param name="random">Decides what happens.</param>
    /// <param name="says">Is told what is to come, before it begins.</param>
    /// <returns>Done when the change is acknowledged.</returns>
    Task ChangeAsync(Random random, Action<IWatchedStream> says);
}
