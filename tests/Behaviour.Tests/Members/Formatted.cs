namespace Daybook.Behaviour.Tests.Members;

/// <summary>Formatters in every place.</summary>
[Event("members.formatted")]
public partial record Formatted(
    ReferenceForms<Email> Mail,
    ValueForms<Angle> Angle,
    Dictionary<Email, Angle> Keyed,
    [Formatter(typeof(TildeFormatter))] string Text,
    [Formatter(typeof(TildeFormatter))] string? MaybeText,
    Outline Outline)
{
    [Formatter(typeof(TildeFormatter))]
    public Email Parts { get; init; } = new("a@b");
}
