namespace Daybook.Compiler.Tests.Determinism;

/// <summary>Clocks, time zones, and texts that are read with them.</summary>
public class TimeTests
{
    [Theory]
    [InlineData("return this with { At = {|DAY2000:DateTimeOffset.Now|} };")]
    [InlineData("return this with { Number = {|DAY2000:DateTime.Today|}.Day };")]
    [InlineData("return this with { At = {|DAY2000:TimeProvider.System.GetUtcNow()|} };")]
    [InlineData("return this with { Number = (int){|DAY2000:Environment.TickCount64|} };")]
    [InlineData("var watch = {|DAY2000:System.Diagnostics.Stopwatch.StartNew()|}; return this;")]
    [InlineData("return this with { At = {|DAY2000:UtcNow|} };", "using static System.DateTimeOffset;")]
    [InlineData("return this with { At = {|DAY2000:Time.UtcNow|} };", "using Time = System.DateTimeOffset;")]
    [InlineData("return this with { Number = {|DAY2000:DateTime.Parse(e.Value, CultureInfo.InvariantCulture)|}.Day };")]
    [InlineData("return this with { Number = {|DAY2000:DateTime.ParseExact(e.Value, \"HH:mm\", CultureInfo.InvariantCulture)|}.Hour };")]
    [InlineData("return this with { Number = {|DAY2000:DateTime.ParseExact(e.Value, \"dd.MM.\", CultureInfo.InvariantCulture)|}.Year };")]
    [InlineData("return this with { Number = {|DAY2000:DateOnly.Parse(e.Value, CultureInfo.InvariantCulture)|}.Year };")]
    public async Task Clocks_are_flagged(string body, string usings = "") => await DeterminismVerifier.VerifyReducerAsync(body, usings: usings);

    [Theory]
    [InlineData("return this with { At = {|DAY2010:e.At.UtcDateTime.AddHours(1).ToLocalTime()|} };")]
    [InlineData("return this with { At = {|DAY2010:e.At.ToLocalTime()|} };")]
    [InlineData("return this with { At = {|DAY2010:e.At.DateTime|} };")]
    [InlineData("return this with { At = {|DAY2010:new DateTimeOffset(e.At.DateTime)|} };")]
    [InlineData("DateTime local = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Local); return this with { At = {|DAY2010:local|} };")]
    [InlineData("DateTime time = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc); time = e.At.DateTime; return this with { At = {|DAY2010:time|} };")]
    [InlineData("return this with { Number = {|DAY2010:TimeZoneInfo.Local.BaseUtcOffset|}.Hours };")]
    [InlineData("return this with { At = {|DAY2010:DateTimeOffset.ParseExact(e.Value, \"yyyy-MM-dd\", CultureInfo.InvariantCulture)|} };")]
    [InlineData("return this with { Number = {|DAY2010:DateTime.ParseExact(e.Value, \"yyyy-MM-ddzzz\", CultureInfo.InvariantCulture)|}.Hour };")]
    public async Task Zones_are_flagged(string body) => await DeterminismVerifier.VerifyReducerAsync(body);

    [Theory]
    [InlineData("return this with { At = e.At.AddDays(1) };")]
    [InlineData("return this with { At = e.At.UtcDateTime };")]
    [InlineData("return this with { At = e.At.UtcDateTime.AddHours(1).Date };")]
    [InlineData("return this with { At = new DateTimeOffset(e.At.UtcDateTime) };")]
    [InlineData("return this with { At = new DateTimeOffset(e.At.DateTime, TimeSpan.Zero) };")]
    [InlineData("return this with { At = DateTime.UnixEpoch };")]
    [InlineData("DateTime time = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc); return this with { At = time };")]
    [InlineData("return this with { At = DateTime.SpecifyKind(e.At.DateTime, DateTimeKind.Utc) };")]
    [InlineData("return this with { Number = DateTime.SpecifyKind(e.At.DateTime, DateTimeKind.Utc).ToUniversalTime().Hour };")]
    [InlineData("return this with { Number = DateTime.ParseExact(e.Value, \"O\", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).Hour };")]
    [InlineData("return this with { Number = DateTime.ParseExact(e.Value, \"yyyy-MM-dd HH:mm\", CultureInfo.InvariantCulture).Hour };")]
    [InlineData("return this with { Number = DateOnly.ParseExact(e.Value, \"yyyy-MM-dd\", CultureInfo.InvariantCulture).Year };")]
    [InlineData("return this with { At = DateTimeOffset.ParseExact(e.Value, \"O\", CultureInfo.InvariantCulture) };")]
    [InlineData("return this with { Number = DateTime.Parse(e.Value, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).Hour };")]
    [InlineData("var zone = TimeZoneInfo.CreateCustomTimeZone(\"x\", TimeSpan.FromHours(1), \"x\", \"x\"); return this with { At = TimeZoneInfo.ConvertTime(e.At, zone) };")]
    [InlineData("return this with { At = TimeZoneInfo.ConvertTime(e.At, TimeZoneInfo.Utc) };")]
    [InlineData("var zone = TimeZoneInfo.CreateCustomTimeZone(\"x\", TimeSpan.FromHours(1), \"x\", \"x\"); return this with { Number = zone.BaseUtcOffset.Hours };")]
    [InlineData("return this with { Number = (int)TimeProvider.System.GetElapsedTime(1, 2).Ticks };", "DAY2000")]
    [InlineData("return this with { Text = nameof(DateTimeOffset.UtcNow) };")]
    [InlineData("return this with { Text = typeof(System.Diagnostics.Stopwatch).Name };")]
    public async Task Other_times_are_not(string body, string? inside = null) => await DeterminismVerifier.VerifyReducerAsync(inside is null ? body : body.Replace("TimeProvider.System", $"{{|{inside}:TimeProvider.System|}}", StringComparison.Ordinal));

    [Theory]
    [InlineData("return this with { Id = {|DAY2020:Guid.NewGuid()|} };")]
    [InlineData("return this with { Id = {|DAY2020:Guid.CreateVersion7(e.At)|} };")]
    [InlineData("return this with { Number = {|DAY2020:new Random()|}.Next() };")]
    [InlineData("Random random = {|DAY2020:new()|}; return this with { Number = random.Next() };")]
    [InlineData("return this with { Number = {|DAY2020:Random.Shared|}.Next() };")]
    [InlineData("return this with { Number = {|DAY2020:new Random(e.Number)|}.Next() };")]
    [InlineData("return this with { Number = {|DAY2020:System.Security.Cryptography.RandomNumberGenerator.GetInt32(10)|} };")]
    [InlineData("return this with { Text = {|DAY2020:System.IO.Path.GetRandomFileName()|} };")]
    [InlineData("using var aes = {|DAY2020:System.Security.Cryptography.Aes.Create()|}; return this;")]
    public async Task Random_values_are_flagged(string body) => await DeterminismVerifier.VerifyReducerAsync(body);

    [Theory]
    [InlineData("return this with { Id = Guid.Parse(e.Value) };")]
    [InlineData("return this with { Id = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) };")]
    [InlineData("return this with { Id = Guid.Empty };")]
    [InlineData("return this with { Number = System.Security.Cryptography.SHA256.HashData([1, 2]).Length };")]
    [InlineData("return this with { Id = context.EventId.ToGuid() };")]
    public async Task Given_values_are_not(string body) => await DeterminismVerifier.VerifyReducerAsync(body);
}
