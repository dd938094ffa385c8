using Daybook;

namespace AuditTrail;

/// <summary>Somebody did something.</summary>
[Event("audit.done")]
public partial record Done(string Who, string What);

/// <summary>What was done on a day by somebody.</summary>
[State("audit")]
[Records<Redacted>]
public partial record Audit
{
    public int Count { get; init; }

    public string Last { get; init; } = "";

    [Reducer]
    private Audit On(Done e) => this with { Count = Count + 1, Last = e.What };
}
