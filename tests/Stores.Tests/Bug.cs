namespace Daybook.Tests.Stores;

/// <summary>What a <see cref="BuggyStore"/> does wrong.</summary>
public enum Bug
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Acknowledges an append now and then that it does not write.</summary>
    LosesWrites,

    /// <summary>Does not know ids again, so that a retry is written twice.</summary>
    WritesTwice,

    /// <summary>Shows readers what was there a little while ago.</summary>
    ReadsOld,

    /// <summary>Writes the events of an append in another order now and then.</summary>
    Reorders,

    /// <summary>Looks at the expected version first and writes later, without holding a lock.</summary>
    ChecksThenWrites,

    /// <summary>Tells the writer another sequence than the event has, now and then.</summary>
    SaysWrongSequences,

    /// <summary>Lets readers of a stream see the first half of an append before the second; who follows the feed sees it whole.</summary>
    ShowsHalves,

    /// <summary>Takes numbers for the feed before events are there, so that who follows it passes them by.</summary>
    FeedSkips,

    /// <summary>Gives later events lesser offsets now and then.</summary>
    OffsetsFall,

    /// <summary>Says that a stream is deleted and keeps it, now and then.</summary>
    KeepsDeleted,
}
