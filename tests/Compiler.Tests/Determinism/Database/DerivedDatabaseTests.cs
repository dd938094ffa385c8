using Daybook.Analyzers.Determinism.Database;
using Daybook.DerivedDatabase;
using Microsoft.CodeAnalysis;

namespace Daybook.Compiler.Tests.Determinism.Database;

/// <summary>What follows from the framework's code.</summary>
public class DerivedDatabaseTests
{
    [Fact]
    public void The_derived_database_is_what_the_framework_gives()
    {
        using var reader = new StreamReader(typeof(DatabaseText).Assembly.GetManifestResourceStream("derived.determinism.txt")!);
        string text = reader.ReadToEnd();
        string made = text[2..text.IndexOf('\n', StringComparison.Ordinal)];
        Assert.SkipUnless(made == Framework.Description, $"It was made from {made}; here is {Framework.Description}.");
        Assert.Equal(text, new Derivation().Text);
    }

    [Theory]
    [InlineData("new System.Net.Cookie()", "CLOCK warning")]
    [InlineData("System.Convert.ToDateTime(\"\", CultureInfo.InvariantCulture)", "CLOCK warning")]
    [InlineData("default(System.IO.Compression.ZipArchive)!.CreateEntry(\"\")", "CLOCK warning")]
    [InlineData("new System.Formats.Tar.PaxTarEntry(default, \"\")", "CLOCK warning")]
    [InlineData("(DateTime)new System.Xml.Linq.XAttribute(\"a\", \"\")", "CLOCK warning")]
    [InlineData("default(System.Text.Json.Utf8JsonReader).GetDateTime()", "TZ warning")]
    [InlineData("new System.Net.Mime.ContentDisposition().ModificationDate", "TZ warning")]
    [InlineData("new System.Xml.UniqueId()", "RANDOM warning")]
    [InlineData("System.Security.Cryptography.X509Certificates.X509Certificate.CreateFromCertFile(\"\")", "IO warning")]
    [InlineData("new System.Resources.ResourceWriter(\"\")", "IO warning")]
    [InlineData("System.Formats.Tar.TarFile.CreateFromDirectory(\"\", \"\", true)", "IO warning")]
    public void What_no_list_names_is_caught(string expression, string expected)
    {
        DatabaseRow? row = KnownMember.Find(expression);
        Assert.Equal(expected, KnownMember.Describe(row));
        Assert.StartsWith("reaches System.", row!.Reason, StringComparison.Ordinal);
        ISymbol member = KnownMember.Resolve(expression).Member.OriginalDefinition;
        Assert.Null(TypeView.Of(member.ContainingType, ShippedDatabase.Written).Find(member));
        Assert.Null(TypeView.Of(member.ContainingType, WalkList.Sources).Find(member));
    }

    [Theory]
    [InlineData("_ = {|DAY2000:new System.Net.Cookie()|}; return this;")]
    [InlineData("return this with { Number = {|DAY2000:Convert.ToDateTime(\"\", CultureInfo.InvariantCulture)|}.Year };")]
    [InlineData("_ = {|DAY2000:Helper.Add(null!)|}; return this;", "static class Helper { public static object Add(System.IO.Compression.ZipArchive archive) => archive.CreateEntry(\"\"); }")]
    [InlineData("_ = {|DAY2000:new System.Formats.Tar.PaxTarEntry(default, \"\")|}; return this;")]
    [InlineData("_ = (DateTime){|DAY2000:new System.Xml.Linq.XAttribute(\"a\", \"\")|}; return this;")]
    [InlineData("return this with { Number = {|DAY2010:default(System.Text.Json.Utf8JsonReader).GetDateTime()|}.Year };")]
    [InlineData("return this with { Number = {|DAY2010:new System.Net.Mime.ContentDisposition().ModificationDate|}.Year };")]
    [InlineData("_ = {|DAY2020:new System.Xml.UniqueId()|}; return this;")]
    [InlineData("_ = {|DAY2130:System.Security.Cryptography.X509Certificates.X509Certificate.CreateFromCertFile(\"\")|}; return this;")]
    [InlineData("_ = {|DAY2130:new System.Resources.ResourceWriter(\"\")|}; return this;")]
    [InlineData("{|DAY2130:System.Formats.Tar.TarFile.CreateFromDirectory(\"\", \"\", true)|}; return this;")]
    public async Task What_no_list_names_is_caught_in_a_reducer(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("new List<int>().Contains(1)")]
    [InlineData("new Dictionary<string, int>().TryGetValue(\"\", out var x)")]
    [InlineData("new ConcurrentDictionary<string, int>().TryGetValue(\"\", out var x)")]
    [InlineData("new ConcurrentBag<int>()")]
    [InlineData("new ConcurrentBag<int>().IsEmpty")]
    [InlineData("new List<int>().Select(x => x).ToList()")]
    [InlineData("new List<int>().OrderBy(x => x).First()")]
    [InlineData("\"\".Replace(\"a\", \"b\").Split(',')")]
    [InlineData("new StringBuilder().Append(\"\")")]
    [InlineData("new StringBuilder().ToString()")]
    [InlineData("int.Parse(\"\", CultureInfo.InvariantCulture)")]
    [InlineData("decimal.Round(1m, 2)")]
    [InlineData("DateTime.UnixEpoch.AddDays(1)")]
    [InlineData("DateTime.UnixEpoch.ToString(\"O\", CultureInfo.InvariantCulture)")]
    [InlineData("DateTimeOffset.UnixEpoch.ToString(\"O\", CultureInfo.InvariantCulture)")]
    [InlineData("TimeOnly.Parse(\"\", CultureInfo.InvariantCulture)")]
    [InlineData("System.Collections.Immutable.ImmutableDictionary<string, int>.Empty.Add(\"\", 1)")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(new byte[0])")]
    [InlineData("System.Text.RegularExpressions.Regex.IsMatch(\"\", \"\")")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"\", default)")]
    [InlineData("new Uri(\"http://a\").Host.Length")]
    [InlineData("System.Xml.Linq.XElement.Parse(\"\")")]
    [InlineData("new Lazy<int>(1).Value")]
    public void Ordinary_members_are_clean(string expression) => Assert.Equal("none", KnownMember.Describe(KnownMember.Find(expression)));
}
