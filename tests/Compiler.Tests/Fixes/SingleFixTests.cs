using Microsoft.CodeAnalysis.CodeFixes;

namespace Daybook.Compiler.Tests.Fixes;

/// <summary>Holds that a fix is applied one by one: it changes what is recorded, or each use of it is a decision.</summary>
/// <typeparam name="TFix">The fix.</typeparam>
public abstract class SingleFixTests<TFix>
    where TFix : CodeFixProvider, new()
{
    [Fact]
    public void Fixes_one_at_a_time() => Assert.Null(new TFix().GetFixAllProvider());
}
