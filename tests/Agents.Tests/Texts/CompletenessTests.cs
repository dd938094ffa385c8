namespace Daybook.Tests.Agents.Texts;

public sealed class CompletenessTests
{
    [Fact]
    public void Every_code_block_has_a_test_of_its_name() => CodeBlocks.RequireTests("agent-lightning.md", typeof(CompletenessTests).Namespace!);
}
