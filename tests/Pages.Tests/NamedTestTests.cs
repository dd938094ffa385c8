using System.Reflection;

namespace Daybook.Pages;

/// <summary>The check of named tests sees what is none.</summary>
public sealed class NamedTestTests
{
    [Theory]
    [InlineData("Stores.Tests/DefectTests.G03_What_was_acknowledged_is_there_after_reopening")]
    [InlineData("Stores.Tests/ComplianceTests.Complies")]
    [InlineData("Llm.Texts/ConfiguredStoreTests.It_opens_with_prefix_and_time_to_live")]
    public void A_test_that_runs_is_one(string name) => Assert.Null(NamedTest.Fault(name));

    [Theory]
    [InlineData("G03_…")]
    [InlineData("Stores.Tests/Ttl")]
    [InlineData("Stores.Test/DefectTests.G03_What_was_acknowledged_is_there_after_reopening")]
    [InlineData("Stores.Tests/DefectsTests.G03_What_was_acknowledged_is_there_after_reopening")]
    [InlineData("Stores.Tests/DefectTests.G03_What_was_acknowledged")]
    [InlineData("Stores.Tests/ComplianceTests.CaseNames")]
    [InlineData("Chat.Tests/PageTests.ToString")]
    public void What_is_not_there_is_none(string name) => Assert.NotNull(NamedTest.Fault(name));

    [Theory]
    [InlineData("`Stores.Tests/ComplianceTests.Complies`, `Stores.Tests/ComplianceTests.Complied`")]
    [InlineData("`Stores.Tests/ComplianceTests.Complies`, and more")]
    [InlineData("`Stores.Tests/ComplianceTests.Complies` `Stores.Tests/ComplianceTests.Complies`")]
    [InlineData("Stores.Tests/ComplianceTests.Complies")]
    [InlineData("coming soon")]
    [InlineData("—")]
    [InlineData("")]
    public void A_row_names_tests_and_nothing_else(string shownBy) => Assert.Single(new Row("page.md", ["S1-1", shownBy]).Faults());

    [Fact]
    public void What_does_not_run_is_none()
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
        var faults = typeof(Specimens).GetMethods(Own).ToDictionary(method => method.Name, NamedTest.Fault);
        Assert.Equal(
            new Dictionary<string, string?>
            {
                [nameof(Specimens.Runs)] = null,
                [nameof(Specimens.Runs_on_some_machines)] = null,
                [nameof(Specimens.Is_skipped)] = "is skipped",
                [nameof(Specimens.Skips_itself)] = "is skipped",
                [nameof(Specimens.Skips_itself_after_a_while)] = "is skipped",
                [nameof(Specimens.Lost_its_attribute)] = "is not a test",
            },
            faults);
        Assert.Equal("is of a class of which there are no instances", NamedTest.Fault("Pages.Tests/Specimens.Runs"));
    }
}
