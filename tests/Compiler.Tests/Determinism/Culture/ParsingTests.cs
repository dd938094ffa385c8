namespace Daybook.Compiler.Tests.Determinism.Culture;

public class ParsingTests
{
    [Theory]
    [InlineData("return this with { Amount = {|DAY2050:double.Parse(e.Value)|} };")]
    [InlineData("return this with { Amount = {|DAY2050:double.Parse(e.Value, null)|} };")]
    [InlineData("return this with { Amount = {|DAY2050:double.Parse(e.Value, NumberStyles.Float)|} };")]
    [InlineData("return this with { Amount = {|DAY2050:double.Parse(e.Value.AsSpan())|} };")]
    [InlineData("{|DAY2050:decimal.TryParse(e.Value, out var amount)|}; return this;")]
    [InlineData("return this with { Number = {|DAY2050i:int.Parse(e.Value)|} };")]
    [InlineData("{|DAY2050i:uint.TryParse(e.Value, out _)|}; return this;")]
    [InlineData("_ = {|DAY2050:Half.Parse(e.Value)|}; return this;")]
    [InlineData("_ = {|DAY2050:TimeOnly.ParseExact(e.Value, \"HH:mm\")|}; return this;")]
    [InlineData("_ = {|DAY2050:TimeSpan.Parse(e.Value)|}; return this;")]
    [InlineData("_ = {|DAY2050:System.Numerics.BigInteger.Parse(e.Value)|}; return this;")]
    [InlineData("return this with { Amount = {|DAY2050:Convert.ToDouble(e.Value)|} };")]
    [InlineData("_ = {|DAY2050:Convert.ToDecimal(e.Value, null)|}; return this;")]
    [InlineData("return this with { Number = {|DAY2050i:Convert.ToInt32(e.Value)|} };")]
    [InlineData("return this with { Number = {|DAY2050i:Convert.ToInt32((object)e.Value)|} };")]
    [InlineData("_ = {|DAY2050i:Convert.ChangeType(e.Value, typeof(double))|}; return this;")]
    [InlineData("return this with { Amount = Names.Select({|DAY2050:double.Parse|}).Sum() };")]
    [InlineData("return this with { Amount = {|DAY2050i:Helper.Read<double>(e.Value)|} };", "static class Helper { public static T Read<T>(string text) where T : IParsable<T> => T.Parse(text, null); }")]
    public async Task Is_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Amount = double.Parse(e.Value, CultureInfo.InvariantCulture) };")]
    [InlineData("double.TryParse(e.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _); return this;")]
    [InlineData("return this with { Number = int.Parse(e.Value, NumberStyles.HexNumber) + int.Parse(e.Value, NumberStyles.None) };")]
    [InlineData("return this with { Id = Guid.Parse(e.Value) };")]
    [InlineData("_ = bool.Parse(e.Value); _ = char.Parse(e.Value); _ = Version.Parse(e.Value); _ = Enum.Parse<DayOfWeek>(e.Value); Enum.TryParse(e.Value, out DayOfWeek day); return this;")]
    [InlineData("_ = Convert.ToBoolean(e.Value); _ = Convert.ToChar(e.Value); _ = Convert.ToInt32(e.Amount); _ = Convert.ToInt32(e.Value, 16); _ = Convert.ToDouble(e.Number); return this;")]
    [InlineData("_ = TimeSpan.ParseExact(e.Value, \"c\", CultureInfo.InvariantCulture); return this;")]
    [InlineData("return this with { Amount = Convert.ToDouble(e.Value, CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Number = Helper.Parse(e.Value) };", "static class Helper { public static int Parse(string text) => text.Length; }")]
    [InlineData("_ = System.Text.Json.JsonDocument.Parse(e.Value); return this;")]
    public async Task Is_not_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
