using Daybook.Analyzers.Determinism;
using Daybook.CodeFixes.Determinism;
using Daybook.Compiler.Tests.TestKit;

namespace Daybook.Compiler.Tests.Fixes.Determinism;

public class UseInvariantCultureFixTests : FixAllTests<DeterminismAnalyzer, UseInvariantCultureFix>
{
    [Theory]
    [InlineData("return this with { Text = e.Amount.ToString() };", "return this with { Text = e.Amount.ToString(CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Text = e.Amount.ToString(/* two */ \"N2\" /* digits */) };", "return this with { Text = e.Amount.ToString(/* two */ \"N2\" /* digits */, CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Text = e.At.ToString(null, null) };", "return this with { Text = e.At.ToString(null, CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Text = e.At.ToString(format: \"d\") };", "return this with { Text = e.At.ToString(format: \"d\", formatProvider: CultureInfo.InvariantCulture) };")]
    [InlineData("DateTime? at = null; return this with { Text = at?.ToString(\"d\") ?? \"\" };", "DateTime? at = null; return this with { Text = at?.ToString(\"d\", CultureInfo.InvariantCulture) ?? \"\" };")]
    [InlineData("return this with { Text = string.Format(\"{0} {1}\", e.Amount, e.At) };", "return this with { Text = string.Format(CultureInfo.InvariantCulture, \"{0} {1}\", e.Amount, e.At) };")]
    [InlineData("return this with { Text = Convert.ToString(e.Amount) };", "return this with { Text = Convert.ToString(e.Amount, CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Amount = double.Parse(e.Value) };", "return this with { Amount = double.Parse(e.Value, CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Amount = double.Parse(e.Value, NumberStyles.Float) };", "return this with { Amount = double.Parse(e.Value, NumberStyles.Float, CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Amount = double.Parse(e.Value.AsSpan()) };", "return this with { Amount = double.Parse(e.Value.AsSpan(), provider: CultureInfo.InvariantCulture) };")]
    [InlineData("return double.TryParse(e.Value, out double x) ? this with { Amount = x } : this;", "return double.TryParse(e.Value, CultureInfo.InvariantCulture, out double x) ? this with { Amount = x } : this;")]
    [InlineData("return this with { Amount = Convert.ToDouble(e.Value) };", "return this with { Amount = Convert.ToDouble(e.Value, CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Text = /* a */ $\"{e.Amount:N2} of {e.Value}\" };", "return this with { Text = /* a */ string.Create(CultureInfo.InvariantCulture, $\"{e.Amount:N2} of {e.Value}\") };")]
    [InlineData("return this with { Text = $\"{e.Amount}\" + e.Value };", "return this with { Text = string.Create(CultureInfo.InvariantCulture, $\"{e.Amount}\") + e.Value };")]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append($\"{e.Amount}\"); return this;", "var text = new System.Text.StringBuilder(); text.Append(CultureInfo.InvariantCulture, $\"{e.Amount}\"); return this;")]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append(e.Amount * 2); return this;", "var text = new System.Text.StringBuilder(); text.Append((e.Amount * 2).ToString(CultureInfo.InvariantCulture)); return this;")]
    [InlineData("var text = new System.Text.StringBuilder(); text.AppendFormat(\"{0}\", e.Amount); return this;", "var text = new System.Text.StringBuilder(); text.AppendFormat(CultureInfo.InvariantCulture, \"{0}\", e.Amount); return this;")]
    [InlineData("return this with { Text = e.Value + e.Amount /* amount */ };", "return this with { Text = e.Value + e.Amount.ToString(CultureInfo.InvariantCulture) /* amount */ };")]
    [InlineData("return this with { Text = e.Value + (e.Amount + 1) };", "return this with { Text = e.Value + (e.Amount + 1).ToString(CultureInfo.InvariantCulture) };")]
    [InlineData("string text = \"\"; text += -e.Amount; return this with { Text = text };", "string text = \"\"; text += (-e.Amount).ToString(CultureInfo.InvariantCulture); return this with { Text = text };")]
    [InlineData("return this with { Text = e.Value.ToUpper() };", "return this with { Text = e.Value.ToUpperInvariant() };")]
    [InlineData("return this with { Text = e.Value.ToLower(null) };", "return this with { Text = e.Value.ToLowerInvariant() };")]
    [InlineData("return this with { Text = \"\" + char.ToUpper(e.Value[0]) };", "return this with { Text = \"\" + char.ToUpperInvariant(e.Value[0]) };")]
    [InlineData("return this with { Text = e.Amount.ToString(CultureInfo.CurrentCulture) };", "return this with { Text = e.Amount.ToString(CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Text = e.Amount.ToString(NumberFormatInfo.CurrentInfo) };", "return this with { Text = e.Amount.ToString(NumberFormatInfo.InvariantInfo) };")]
    [InlineData("Func<double, string> show = x => x.ToString(); return this with { Text = show(e.Amount) };", "Func<double, string> show = x => x.ToString(CultureInfo.InvariantCulture); return this with { Text = show(e.Amount) };")]
    public async Task Gives_the_invariant_culture(string before, string after) =>
        Assert.Equal(ReducerProgram.Around(after), await FixVerifier.FixAsync<DeterminismAnalyzer, UseInvariantCultureFix>(ReducerProgram.Around(before)));

    [Fact]
    public async Task Adds_the_using() => Assert.Equal(
        ReducerProgram.Around("return this with { Text = e.Amount.ToString(CultureInfo.InvariantCulture) };", "using System.Collections.Immutable;\nusing System.Globalization;\n"),
        await FixVerifier.FixAsync<DeterminismAnalyzer, UseInvariantCultureFix>(ReducerProgram.Around("return this with { Text = e.Amount.ToString() };", "using System.Collections.Immutable;\n")),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("return this with { Text = (e.Value, e.Amount).ToString() };")]
    [InlineData("return this with { Text = string.Join(\",\", e.Amount) };")]
    [InlineData("return this with { Text = \"\" + e };")]
    [InlineData("double? amount = e.Amount; return this with { Text = amount.ToString()! };")]
    [InlineData("CultureInfo.CurrentCulture = CultureInfo.InvariantCulture; return this;")]
    [InlineData("return e.Value.StartsWith(\"a\") ? this : this with { Text = \"\" };")]
    [InlineData("return this with { Text = Show(e.Amount) }; string Show(object value) => value.ToString()!;")]
    public async Task Offers_nothing_where_no_overload_takes_it(string body) => await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, UseInvariantCultureFix>(ReducerProgram.Around(body));

    [Fact]
    public async Task Offers_nothing_for_what_is_only_reached() => await FixVerifier.OffersNothingAsync<DeterminismAnalyzer, UseInvariantCultureFix>(
        ReducerProgram.Around("return this with { Text = Helper.Show(e.Amount) };") + "\nstatic class Helper { public static string Show(double value) => value.ToString(); }");

    private const string Twice = "return this with { Text = $\"{e.Amount} {e.At} {e.Amount.ToString()}\" + e.Amount };";
    private const string TwiceFixed =
        "return this with { Text = string.Create(CultureInfo.InvariantCulture, $\"{e.Amount} {e.At} {e.Amount.ToString(CultureInfo.InvariantCulture)}\") + e.Amount.ToString(CultureInfo.InvariantCulture) };";

    protected override IReadOnlyList<(string Path, string Before, string After)> Documents => Everywhere(ReducerProgram.Around(Twice), ReducerProgram.Around(TwiceFixed));
}
