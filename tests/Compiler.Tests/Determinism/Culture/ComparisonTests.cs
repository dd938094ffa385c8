namespace Daybook.Compiler.Tests.Determinism.Culture;

/// <summary>Texts that are compared, searched and changed.</summary>
public class ComparisonTests
{
    [Theory]
    [InlineData("return {|DAY2050:string.Compare(e.Value, Text)|} > 0 ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2050:string.Compare(e.Value, Text, true)|} > 0 ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2050i:string.Compare(e.Value, Text, true, CultureInfo.InvariantCulture)|} > 0 ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2050:e.Value.CompareTo(Text)|} > 0 ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2050:((IComparable<string>)e.Value).CompareTo(Text)|} > 0 ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2050:((IComparable)e.Value).CompareTo(Text)|} > 0 ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2050:(e.Value, 1).CompareTo((Text, 2))|} > 0 ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2050:e.Value.StartsWith(\"a\")|} ? this : this with { Number = 1 };")]
    [InlineData("return {|DAY2050:e.Value.EndsWith(\"a\", true, null)|} ? this : this with { Number = 1 };")]
    [InlineData("return this with { Number = {|DAY2050:e.Value.IndexOf(\"a\")|} + {|DAY2050:e.Value.LastIndexOf(\"a\", 3)|} };")]
    [InlineData("return this with { Text = {|DAY2050:e.Value.ToUpper()|} };")]
    [InlineData("return this with { Text = {|DAY2050:e.Value.ToLower(null)|} };")]
    [InlineData("return this with { Text = {|DAY2050:e.Value.Trim().ToUpper()|}.Trim() };")]
    [InlineData("char first = {|DAY2050:char.ToUpper('i')|}; return this;")]
    [InlineData("return this with { Text = string.Concat(e.Value.Select({|DAY2050:char.ToLower|})) };")]
    [InlineData("return this with { Text = {|DAY2050:e.Value.Replace(\"a\", \"b\", true, null)|} };")]
    [InlineData("return e.Value.StartsWith(\"a\", {|DAY2050:StringComparison.CurrentCulture|}) ? this : this with { Number = 1 };")]
    [InlineData("return e.Value.Equals(\"a\", {|DAY2050i:StringComparison.InvariantCultureIgnoreCase|}) ? this : this with { Number = 1 };")]
    [InlineData("return this with { Text = e.Amount.ToString({|DAY2050:CultureInfo.CurrentCulture|}) };")]
    [InlineData("return this with { Text = {|DAY2050:CultureInfo.CurrentCulture|}.Name };")]
    [InlineData("Comparison<string> order = {|DAY2050:string.Compare|}; return this;")]
    [InlineData("return {|DAY2050i:CultureInfo.InvariantCulture.CompareInfo.Compare(e.Value, Text)|} > 0 ? this : this with { Number = 1 };")]
    [InlineData("return this with { Text = {|DAY2050i:e.Value.Normalize()|} };")]
    [InlineData("return this with { Text = {|DAY2050:RegionInfo.CurrentRegion|}.Name };")]
    [InlineData("return this with { Text = e.Amount.ToString({|DAY2050:NumberFormatInfo.CurrentInfo|}) };")]
    public async Task Is_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return e.Value.StartsWith('a') || e.Value.EndsWith('a') || e.Value.IndexOf('a') > 0 || e.Value.LastIndexOf('a') > 0 ? this : this with { Number = 1 };")]
    [InlineData("return e.Value.Contains(\"a\") || e.Value == Text || e.Value.Equals(Text) || string.Equals(e.Value, Text) ? this : this with { Number = 1 };")]
    [InlineData("return e.Value.StartsWith(\"a\", StringComparison.Ordinal) ? this : this with { Number = 1 };")]
    [InlineData("return this with { Text = e.Value.Replace(\"a\", \"b\").ToUpperInvariant().ToLower(CultureInfo.InvariantCulture) };")]
    [InlineData("return string.CompareOrdinal(e.Value, Text) > 0 || string.Compare(e.Value, Text, StringComparison.Ordinal) > 0 ? this : this with { Number = 1 };")]
    [InlineData("switch (e.Value) { case \"a\": return this; default: return this with { Number = 1 }; }")]
    [InlineData("return this with { Number = e.Value switch { \"a\" => 1, _ => 2 } };")]
    [InlineData("return e.Number.CompareTo(2) > 0 || e.At.CompareTo(At) > 0 || (1, 2).CompareTo((3, 4)) > 0 ? this : this with { Number = 1 };")]
    [InlineData("char first = char.ToUpperInvariant('i'); return this;")]
    [InlineData("return e.Value.Split(\"a\").Length > 1 && e.Value.Trim('a') == e.Value.Substring(1) ? this : this with { Number = 1 };")]
    [InlineData("return new Name().StartsWith(\"a\") ? this : this with { Number = 1 };", "class Name { public bool StartsWith(string text) => true; }")]
    [InlineData("throw new InvalidOperationException(e.Value.ToUpper());")]
    public async Task Is_not_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
