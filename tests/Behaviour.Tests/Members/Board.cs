namespace Daybook.Behaviour.Tests.Members;

[State("members.board")]
[Records<Imported>]
public partial record Board
{
    public Figure? Last { get; init; }

    [Reducer]
    private Board On(Drawing e) => this with { Last = e.Main };
}
