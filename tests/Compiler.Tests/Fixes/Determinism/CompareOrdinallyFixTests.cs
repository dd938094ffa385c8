using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

public class CompareOrdinallyFixTests : FixAllTests<DeterminismAnalyzer, CompareOrdinallyFix>
{
    [Theory]
    [InlineData("_ = e.Value.StartsWith(\"a\" /* prefix */); return this;", "_ = e.Value.StartsWith(\"a\" /* prefix */, StringComparison.Ordinal); return this;")]
    [InlineData("_ = e.Value.EndsWith(\"a\", true, null); return this;", "_ = e.Value.EndsWith(\"a\", StringComparison.OrdinalIgnoreCase); return this;")]
    [InlineData("_ = e.Value.IndexOf(\"a\", 1, 2); return this;", "_ = e.Value.IndexOf(\"a\", 1, 2, StringComparison.Ordinal); return this;")]
    [InlineData("_ = e.Value?.LastIndexOf(\"a\"); return this;", "_ = e.Value?.LastIndexOf(\"a\", StringComparison.Ordinal); return this;")]
    [InlineData("_ = string.Compare(e.Value, Text); return this;", "_ = string.Compare(e.Value, Text, StringComparison.Ordinal); return this;")]
    [InlineData("_ = string.Compare(e.Value, Text, true); return this;", "_ = string.Compare(e.Value, Text, StringComparison.OrdinalIgnoreCase); return this;")]
    [InlineData("_ = string.Compare(e.Value, Text, false, CultureInfo.InvariantCulture); return this;", "_ = string.Compare(e.Value, Text, StringComparison.Ordinal); return this;")]
    [InlineData("_ = e.Value.CompareTo(Text); return this;", "_ = string.CompareOrdinal(e.Value, Text); return this;")]
    [InlineData("_ = e.Value.Equals(Text, StringComparison.CurrentCultureIgnoreCase); return this;", "_ = e.Value.Equals(Text, StringComparison.OrdinalIgnoreCase); return this;")]
    [InlineData("_ = Names.OrderBy(x => x, StringComparer.InvariantCulture); return this;", "_ = Names.OrderBy(x => x, StringComparer.Ordinal); return this;")]
    [InlineData("_ = Names.OrderBy(x => x); return this;", "_ = Names.OrderBy(x => x, StringComparer.Ordinal); return this;")]
    [InlineData("_ = Names.OrderBy(x => x, null); return this;", "_ = Names.OrderBy(x => x, StringComparer.Ordinal); return this;")]
    [InlineData("_ = Names.Order().ToList(); return this;", "_ = Names.Order(StringComparer.Ordinal).ToList(); return this;")]
    [InlineData("_ = Names.OrderBy(x => x.Length).ThenBy(x => x); return this;", "_ = Names.OrderBy(x => x.Length).ThenBy(x => x, StringComparer.Ordinal); return this;")]
    [InlineData("_ = Names.Max(); return this;", "_ = Names.Max(StringComparer.Ordinal); return this;")]
    [InlineData("_ = Enumerable.MinBy(Names, x => x); return this;", "_ = Enumerable.MinBy(Names, x => x, StringComparer.Ordinal); return this;")]
    [InlineData("var names = Names.ToList(); names.Sort(); return this;", "var names = Names.ToList(); names.Sort(StringComparer.Ordinal); return this;")]
    [InlineData("var names = Names.ToArray(); Array.Sort(names); return this;", "var names = Names.ToArray(); Array.Sort(names, StringComparer.Ordinal); return this;")]
    [InlineData("var names = new SortedSet<string>(); return this;", "var names = new SortedSet<string>(StringComparer.Ordinal); return this;")]
    [InlineData("SortedSet<string> names = new(Names); return this;", "SortedSet<string> names = new(Names, StringComparer.Ordinal); return this;")]
    [InlineData("var names = new SortedDictionary<string, int>(); return this;", "var names = new SortedDictionary<string, int>(StringComparer.Ordinal); return this;")]
    [InlineData("var names = new PriorityQueue<int, string>(); return this;", "var names = new PriorityQueue<int, string>(StringComparer.Ordinal); return this;")]
    [InlineData("var names = ImmutableSortedSet.Create<string>(); return this;", "var names = ImmutableSortedSet.Create<string>(StringComparer.Ordinal); return this;")]
    [InlineData("var names = ImmutableSortedSet.CreateRange(Names); return this;", "var names = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, Names); return this;")]
    [InlineData("var names = Names.ToImmutableSortedSet(); return this;", "var names = Names.ToImmutableSortedSet(StringComparer.Ordinal); return this;")]
    [InlineData("var names = ImmutableSortedSet<string>.Empty.Add(\"a\"); return this;", "var names = ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal).Add(\"a\"); return this;")]
    [InlineData("var names = ImmutableSortedDictionary<string, int>.Empty; return this;", "var names = ImmutableSortedDictionary<string, int>.Empty.WithComparers(StringComparer.Ordinal); return this;")]
    [InlineData("ImmutableSortedSet<string> names = []; return this;", "ImmutableSortedSet<string> names = ImmutableSortedSet.Create<string>(StringComparer.Ordinal); return this;")]
    [InlineData("ImmutableSortedSet<string?> names = [null, .. Names]; return this;", "ImmutableSortedSet<string?> names = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, [null, .. Names]); return this;")]
    [InlineData("SortedSet<string> names = []; return this;", "SortedSet<string> names = new SortedSet<string>(StringComparer.Ordinal); return this;")]
    [InlineData("SortedSet<string> names = [ /* none */ ]; return this;", "SortedSet<string> names = new SortedSet<string>([ /* none */ ], StringComparer.Ordinal); return this;")]
    [InlineData("SortedSet<string> names = [\"a\"]; return this;", "SortedSet<string> names = new SortedSet<string>([\"a\"], StringComparer.Ordinal); return this;")]
    [InlineData("_ = Names.Order(Comparer<string>.Default); return this;", "_ = Names.Order(StringComparer.Ordinal); return this;")]
    public async Task Gives_the_ordinal_comparison(string before, string after) =>
        Assert.Equal(ReducerProgram.Around(after), await FixVerifier.FixAsync<DeterminismAnalyzer, CompareOrdinallyFix>(ReducerProgram.Around(before)));

    [Theory]
    [InlineData("_ = Names.OrderBy(x => (x, 1)); return this;")]
    [InlineData("_ = from x in Names orderby x select x; return this;")]
    [InlineData("_ = string.Compare(e.Value, Text, e.Number > 1); return this;")]
    [InlineData("_ = e.Value?.CompareTo(Text); return this;")]
    [InlineData("_ = Names.Max(x => x); return this;")]
    [InlineData("_ = e.Amount.ToString(); return this;")]
    [InlineData("_ = e.Value.ToUpper(); return this;")]
    [InlineData("var names = new SortedSet<(string, int)>(); return this;")]
    [InlineData("SortedSet<(string, int)> names = []; return this;")]
    [InlineData("var order = Comparer<string>.Default; return this;")]
    public async Task Offers_nothing_else(string body) => await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, CompareOrdinallyFix>(ReducerProgram.Around(body));

    private const string Both = "_ = Names.OrderBy(x => x.IndexOf(\"a\")).ThenBy(x => x).Max(); return this with { Text = e.Value.CompareTo(Names.Min()) > 0 ? \"a\" : \"b\" }; // both";
    private const string BothFixed =
        "_ = Names.OrderBy(x => x.IndexOf(\"a\", StringComparison.Ordinal)).ThenBy(x => x).Max(StringComparer.Ordinal); return this with { Text = string.CompareOrdinal(e.Value, Names.Min(StringComparer.Ordinal)) > 0 ? \"a\" : \"b\" }; // both";

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(ReducerProgram.Around(Both), ReducerProgram.Around(BothFixed));
}
