namespace Daybook.Tests.Llm.Texts;

public sealed class CompletenessTests
{
    [Theory]
    [InlineData("l0-python.md", "Python")]
    [InlineData("l0-typescript.md", "TypeScript")]
    public void Every_code_block_has_a_test_of_its_name(string document, string classes) =>
        CodeBlocks.RequireTests(document, $"{typeof(CompletenessTests).Namespace}.{classes}");
}
