using Daybook.Compiler.Tests.TestKit;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Schema;

/// <summary>The value over a state's reducers covers the upcasters of its events.</summary>
public class UpcasterValueTests
{
    private const string Before = """
        using Daybook;

        [Event("x")] public partial record X1(int N);
        [Event("x", Version = 2)] public partial record X2(int N);
        [Event("x", Version = 3)] public partial record X(int N);
        [Event("split")] public partial record Split1(int N);
        [Event("dropped")] public partial record Dropped1(int N);
        [Event("dropped", Version = 2)] public partial record Dropped(int N);
        [Event("other")] public partial record Other1(int N);
        [Event("other", Version = 2, WriteVersion = 1)] public partial record Other(int N);

        internal static class Casts
        {
            [Upcaster] internal static X2 Up(X1 e) => new(e.N + First(1));
            [Upcaster] internal static X Up(X2 e, in EventContext context) => new(e.N + 2);
            [Upcaster] internal static (X, Dropped?) Up(Split1 e) => (new(e.N + 3), null);
            [Upcaster] internal static Dropped? Up(Dropped1 e) => e.N == 4 ? null : new(e.N);
            [Upcaster] internal static Other Up(Other1 e) => new(e.N + 5);
            [Downcaster] internal static Other1 Down(Other e) => new(e.N + 6);
            [Downcaster] internal static Dropped1 Down(Dropped e) => new(e.N + 7);
            static int First(int n) => n + 8;
        }

        [State("s")]
        public partial record S
        {
            public int N { get; init; }
            [Reducer] S On(X e) => this with { N = e.N };
            [Reducer] S On(Dropped e) => this with { N = e.N };
        }
        """;

    [Theory]
    [InlineData("First(1")]
    [InlineData("e.N + 2")]
    [InlineData("e.N + 3")]
    [InlineData("e.N == 4")]
    [InlineData("n + 8")]
    public async Task An_edited_upcaster_warns_at_the_state_and_both_fixes_settle_it(string before)
    {
        using LockProject accepted = await LockProject.AcceptedAsync(Before);
        foreach (string fix in (string[])["Raise Version so that old snapshots are dropped", "Accept: the reducers mean the same"])
        {
            using LockProject changed = accepted.With(Edit(before));
            Diagnostic diagnostic = Assert.Single(await changed.AnalyzeAsync());
            Assert.Equal(("DAY1540", "S"), (diagnostic.Id, changed.Source().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
            await changed.FixAsync(diagnostic, fix);
            Assert.Empty(await changed.AnalyzeAsync());
        }
    }

    [Theory]
    [InlineData("e.N + 5")]
    [InlineData("e.N + 6")]
    [InlineData("e.N + 7")]
    public async Task Upcasters_of_other_events_and_downcasters_do_not_count(string before)
    {
        using LockProject accepted = await LockProject.AcceptedAsync(Before);
        using LockProject changed = accepted.With(Edit(before));
        Assert.Empty(await changed.AnalyzeAsync());
    }

    private static string Edit(string before)
    {
        Assert.Contains(before, Before, StringComparison.Ordinal);
        return Before.Replace(before, before[..^1] + "9", StringComparison.Ordinal);
    }
}
