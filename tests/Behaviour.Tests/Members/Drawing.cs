namespace Daybook.Behaviour.Tests.Members;

/// <summary>Unions in every place.</summary>
[Event("members.drawing")]
public partial record Drawing(
    Figure Main,
    Figure? Maybe,
    List<Figure?> All,
    Dictionary<string, Figure> Named,
    (Figure, IMark?) Pair,
    ReferenceForms<IMark> Marks,
    Option<int> Number,
    Option<string?> Text);
