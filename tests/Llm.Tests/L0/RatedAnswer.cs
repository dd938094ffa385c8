using Daybook.Llm;

namespace Daybook.Tests.L0;

/// <summary>A user's own state, over events of the model and one of their own.</summary>
[State("test.rated-answer")]
public sealed partial record RatedAnswer
{
    public AppendableText Text { get; init; }

    public int Stars { get; init; }

    [Reducer]
    private RatedAnswer On(TokenEvent e) => this with { Text = Text.Append(e.Value) };

    [Reducer]
    private RatedAnswer On(Rated e) => this with { Stars = e.Stars };
}
