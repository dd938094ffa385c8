using Daybook;

namespace Versions.App;

/// <summary>Forgets to take off what was redeemed; version 3 will mend it.</summary>
[State("loyalty"), Records<Redeemed>]
public partial record Loyalty
{
    public int Balance { get; init; }

    [Reducer] Loyalty On(Earned e) => this with { Balance = Balance + e.Points };
}
