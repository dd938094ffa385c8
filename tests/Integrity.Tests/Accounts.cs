namespace Daybook.Tests.Integrity;

[Event("account.opened")] public partial record Opened(string Owner);
[Event("account.paid")] public partial record Paid(long Cents);
[Event("account.noted")] public partial record Noted(string Text);

/// <summary>Reduces redactions, too.</summary>
[State("account")]
public partial record Account
{
    public string Owner { get; init; } = "";
    public long Cents { get; init; }
    public AppendableList<string> Notes { get; init; } = [];
    public int Redactions { get; init; }

    [Reducer] Account On(Opened e) => this with { Owner = e.Owner };
    [Reducer] Account On(Paid e) => this with { Cents = Cents + e.Cents };
    [Reducer] Account On(Noted e) => this with { Notes = Notes.Append(e.Text) };
    [Reducer] Account On(Redacted e, EventContext context) => this with { Redactions = Redactions + 1, Notes = Notes.Append($"{context.Sequence}: {e.Reason}") };
}

/// <summary>Knows redactions, which change nothing of it.</summary>
[State("balance")]
[Records<Opened>]
[Records<Noted>]
[Records<Redacted>]
public partial record Balance
{
    public long Cents { get; init; }

    [Reducer] Balance On(Paid e) => this with { Cents = Cents + e.Cents };
}

/// <summary>Has never heard of redactions.</summary>
[State("owner")]
[Records<Paid>]
[Records<Noted>]
public partial record Owner
{
    public string Name { get; init; } = "";

    [Reducer] Owner On(Opened e) => this with { Name = e.Owner };
}
