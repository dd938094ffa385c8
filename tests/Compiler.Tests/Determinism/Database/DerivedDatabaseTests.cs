using Daybook.Analyzers.Determinism.Database;
using Daybook.DerivedDatabase;

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
    }

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
