namespace Daybook.Pages;

/// <summary>What the check of named tests must tell apart. Nothing derives from it, so nothing of it runs.</summary>
#pragma warning disable CA1822 // Tests are members of instances.
public abstract class Specimens
{
    public static bool IsHere => true;

    [Fact]
    public void Runs() => Assert.True(IsHere);

    [Fact(Skip = "It is not here.", SkipUnless = nameof(IsHere))]
    public async Task Runs_on_some_machines()
    {
        await Task.Yield();
        Assert.SkipUnless(IsHere, "It is not here.");
    }

    [Fact(Skip = "It fails.")]
    public void Is_skipped() => Assert.True(IsHere);

    [Fact]
    public void Skips_itself() => Assert.Skip("It fails.");

    [Theory]
    [InlineData(1)]
    public async Task Skips_itself_after_a_while(int one)
    {
        await Task.Delay(one, TestContext.Current.CancellationToken);
        Assert.Skip("It fails.");
    }

    public void Lost_its_attribute() => Assert.True(IsHere);
}
