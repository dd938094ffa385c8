using Daybook;

namespace Versions.App;

[State("loyalty", Version = 2)]
public partial record Loyalty
{
    public int Balance { get; init; }

    [Reducer] Loyalty On(Earned e) => this with { Balance = Balance + e.Points };
    [Reducer] Loyalty On(Redeemed e) => this with { Balance = Balance - e.Points };
}
