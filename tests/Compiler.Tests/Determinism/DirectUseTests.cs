namespace Daybook.Compiler.Tests.Determinism;

public class DirectUseTests
{
    [Theory]
    [InlineData("return this with { At = {|DAY2000:DateTimeOffset.UtcNow|} };")]
    [InlineData("return this with { Id = {|DAY2020:Guid.NewGuid()|} };")]
    [InlineData("Func<DateTimeOffset> now = () => {|DAY2000:DateTimeOffset.UtcNow|}; return this with { At = now() };")]
    [InlineData("return this with { At = Now() }; static DateTimeOffset Now() => {|DAY2000:DateTimeOffset.UtcNow|};")]
    public async Task Is_flagged(string body) => await DeterminismVerifier.VerifyReducerAsync(body);

    [Theory]
    [InlineData("return this with { Text = nameof(DateTime.Now) };")]
    [InlineData("return this; static DateTimeOffset Now() => DateTimeOffset.UtcNow;")]
    [InlineData("return this with { At = context.Timestamp, Id = context.EventId.ToGuid() };")]
    [InlineData("System.Linq.Expressions.Expression<Func<DateTime>> tree = () => DateTime.Now; return this with { Text = tree.ToString()! };")]
    public async Task Is_not_flagged(string body) => await DeterminismVerifier.VerifyReducerAsync(body);
}
