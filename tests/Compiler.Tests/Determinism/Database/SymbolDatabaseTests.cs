using Daybook.Analyzers.Determinism.Database;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Daybook.Compiler.Tests.Determinism.Database;

/// <summary>Which row speaks of a member.</summary>
public class SymbolDatabaseTests
{
    [Theory]
    [InlineData("DateTime.Now", "CLOCK warning")]
    [InlineData("TimeProvider.System.GetUtcNow()", "CLOCK warning")]
    [InlineData("default(TimeProvider)!.GetElapsedTime(1)", "CLOCK warning")]
    [InlineData("default(TimeProvider)!.GetElapsedTime(1, 2)", "none")]
    [InlineData("new DateTime(2020, 1, 1)", "none")]
    [InlineData("TimeZoneInfo.ConvertTime(DateTime.MinValue, null!, null!)", "TZ warning")]
    [InlineData("TimeZoneInfo.ConvertTime(DateTimeOffset.MinValue, null!)", "TZ info")]
    [InlineData("new DateTimeOffset(DateTime.MinValue)", "TZ warning")]
    [InlineData("new DateTimeOffset(DateTime.MinValue, TimeSpan.Zero)", "TZ allow")]
    [InlineData("Guid.CreateVersion7(default)", "RANDOM warning")]
    [InlineData("new Random(7)", "RANDOM info")]
    [InlineData("Guid.Parse(\"\")", "CULTURE allow")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(new byte[0])", "none")]
    [InlineData("new List<int>().Shuffle()", "RANDOM warning")]
    [InlineData("\"\".GetHashCode()", "HASH warning")]
    [InlineData("1.GetHashCode()", "HASH allow")]
    [InlineData("(1, 2).GetHashCode()", "HASH warning")]
    [InlineData("new object().GetHashCode()", "none")]
    [InlineData("new List<int>().GetHashCode()", "none")]
    [InlineData("EqualityComparer<int>.Default.GetHashCode(1)", "none")]
    [InlineData("DayOfWeek.Monday.GetHashCode()", "HASH allow")]
    [InlineData("\"\".ToUpper()", "none")]
    [InlineData("\"\".ToUpper(CultureInfo.InvariantCulture)", "none")]
    [InlineData("\"\".ToUpperInvariant()", "none")]
    [InlineData("\"\".StartsWith(\"\")", "none")]
    [InlineData("\"\".StartsWith('a')", "none")]
    [InlineData("\"\".Contains(\"\")", "CULTURE allow")]
    [InlineData("StringComparison.CurrentCulture", "CULTURE warning")]
    [InlineData("StringComparison.Ordinal", "none")]
    [InlineData("CultureInfo.InvariantCulture", "none")]
    [InlineData("double.Parse(\"\")", "none")]
    [InlineData("double.Parse(\"\", CultureInfo.InvariantCulture)", "none")]
    [InlineData("new List<int>().GetEnumerator()", "none")]
    [InlineData("new Mutex()", "THREAD warning")]
    [InlineData("Task.Run(() => 1)", "THREAD warning")]
    [InlineData("Task.CompletedTask", "none")]
    [InlineData("Task.FromResult(1)", "none")]
    [InlineData("default(CancellationToken).IsCancellationRequested", "THREAD warning")]
    [InlineData("CancellationToken.None", "none")]
    [InlineData("Environment.ProcessorCount", "PROC warning")]
    [InlineData("Environment.NewLine", "ENV info")]
    [InlineData("Environment.OSVersion", "ENV warning")]
    [InlineData("Environment.SpecialFolder.Desktop", "none")]
    [InlineData("new StringBuilder().AppendLine(\"\")", "ENV info")]
    [InlineData("Path.Combine(\"\", \"\")", "ENV info")]
    [InlineData("Path.GetExtension(\"\")", "IO allow")]
    [InlineData("Path.GetRandomFileName()", "RANDOM warning")]
    [InlineData("File.Exists(\"\")", "IO warning")]
    [InlineData("new FileInfo(\"\").Length", "IO warning")]
    [InlineData("new MemoryStream().Read(new byte[1])", "IO allow")]
    [InlineData("new StringReader(\"\").ReadLine()", "IO allow")]
    [InlineData("new StreamReader(\"\")", "IO warning")]
    [InlineData("new StreamReader(new MemoryStream())", "none")]
    [InlineData("new System.Net.Http.HttpClient()", "NET warning")]
    [InlineData("new System.Net.Http.HttpRequestException()", "NET allow")]
    [InlineData("System.Net.IPAddress.Parse(\"\")", "NET allow")]
    [InlineData("System.Net.Sockets.SocketError.TimedOut", "none")]
    [InlineData("default(System.Data.Common.DbConnection)!.State", "NET warning")]
    [InlineData("new System.Data.DataTableReader(null!).Read()", "NET allow")]
    [InlineData("typeof(int).GetMethods()", "REFLECT warning")]
    [InlineData("typeof(int).Name", "none")]
    [InlineData("Activator.CreateInstance<int>()", "REFLECT warning")]
    [InlineData("Enum.GetValues<DayOfWeek>()", "none")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(1, default(System.Text.Json.JsonSerializerOptions))", "REFLECT warning")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(1, default(System.Text.Json.Serialization.Metadata.JsonTypeInfo<int>)!)", "REFLECT info")]
    [InlineData("Math.Sin(1)", "FLOAT info")]
    [InlineData("Math.Sqrt(1)", "FLOAT allow")]
    [InlineData("Math.ReciprocalEstimate(1)", "FLOAT warning")]
    [InlineData("double.SinCosPi(1)", "FLOAT info")]
    [InlineData("System.Numerics.Vector<int>.Count", "ENV warning")]
    [InlineData("GC.GetTotalMemory(false)", "GC warning")]
    [InlineData("System.Buffers.ArrayPool<int>.Shared.Rent(1)", "GC warning")]
    [InlineData("new Exception().Message", "none")]
    [InlineData("new ArgumentException().Message", "none")]
    [InlineData("string.IsInterned(\"\")", "IDENTITY info")]
    public void The_nearest_row_counts(string expression, string expected) =>
        Assert.Equal(expected, KnownMember.Describe(KnownMember.Find(expression)));

    [Fact]
    public void What_is_compiled_speaks_for_itself()
    {
        const string Declarations = "class Fixed : TimeProvider { public override DateTimeOffset GetUtcNow() => default; } class Key { public override int GetHashCode() => 1; }";
        Assert.Null(KnownMember.Find("new Fixed().GetUtcNow()", Declarations));
        Assert.Null(KnownMember.Find("new Key().GetHashCode()", Declarations));
        Assert.Equal("CLOCK warning", KnownMember.Describe(KnownMember.Find("new Fixed().GetTimestamp()", Declarations)));
    }

    [Theory]
    [InlineData("CLOCK\tallow\tP:System.DateTime.Now\tfrozen in tests", "DateTime.Now", "CLOCK allow")]
    [InlineData("CLOCK\tallow\tN:System\ttrusted", "DateTime.Now", "CLOCK allow")]
    [InlineData("CLOCK\tallow\tN:System.IO\ttrusted", "DateTime.Now", "CLOCK warning")]
    [InlineData("IO\terror\tT:Shop.Rates\treads a file", "Shop.Rates.Current", "IO error")]
    [InlineData("IO\terror\tT:Shop.Rates\treads a file\nIO\tallow\tP:Shop.Rates.Current\tis a constant", "Shop.Rates.Current", "IO allow")]
    [InlineData("IO\terror\tM:Shop.Rates.Re*\treads a file\nIO\tinfo\tM:Shop.Rates.Read*\treads less", "Shop.Rates.Read(1)", "IO info")]
    [InlineData("IO\terror\tM:Shop.Rates.Read*\treads a file\nIO\tinfo\tM:Shop.Rates.Read(System.Int32)\treads less", "Shop.Rates.Read(1)", "IO info")]
    [InlineData("IO\terror\tM:Shop.Rates.Read\treads a file", "Shop.Rates.Read(1)", "none")]
    [InlineData("IO\terror\tT:Shop.IRates\treads a file", "new Shop.FileRates().Other()", "IO error")]
    [InlineData("IO\terror\tM:Shop.IRates.Load\treads a file", "new Shop.FileRates().Load()", "IO error")]
    [InlineData("IO\terror\tM:Shop.IRates.Load\treads a file", "new Shop.FileRates().Other()", "none")]
    [InlineData("IO\terror\tT:Shop.BaseRates\treads a file", "new Shop.FileRates().Other()", "IO error")]
    [InlineData("IO\terror\tT:Shop.BaseRates\treads a file\nIO\tallow\tT:Shop.FileRates\tlives in memory", "new Shop.FileRates().Other()", "IO allow")]
    [InlineData("IO\terror\tM:Shop.Box`1.Open``1(`0,``0)\treads a file", "new Shop.Box<int>().Open<string>(1, \"\")", "IO error")]
    [InlineData("IO\terror\tM:Shop.Box`1.#ctor\treads a file", "new Shop.Box<int>()", "IO error")]
    [InlineData("IO\terror\tP:Shop.Box`1.Item(System.Int32)\treads a file", "new Shop.Box<int>()[1]", "IO error")]
    [InlineData("IO\terror\tT:Shop.Box`1.Inner\treads a file", "new Shop.Box<int>.Inner().Value", "IO error")]
    [InlineData("IO\terror\tM:Loading.Load(System.Int32)\treads a file", "1.Load()", "IO error")]
    public void The_users_rows_go_first(string rows, string expression, string expected) => Assert.Equal(expected, KnownMember.Describe(KnownMember.Find(
        expression,
        """
        namespace Shop
        {
            static class Rates { public static int Current => 1; public static int Read(int x) => x; }
            interface IRates { int Load(); }
            class BaseRates { }
            class FileRates : BaseRates, IRates { public int Load() => 1; public int Other() => 2; }
            class Box<T> { public Box() { } public int Open<U>(T t, U u) => 1; public int this[int i] => i; public class Inner { public int Value; } }
        }
        static class Loading { public static int Load(this int x) => x; }
        """,
        rows)));

    [Fact]
    public void Of_the_users_files_the_first_by_path_counts()
    {
        var options = new AnalyzerOptions(
        [
            new TextFile("notes.txt", "CLOCK\tallow\tN:System\tis no determinism file"),
            new TextFile("SECOND.DETERMINISM.TXT", "CLOCK\tallow\tP:System.DateTime.Now\tcomes too late\nIO\tallow\tT:System.IO.File\tis trusted"),
            new TextFile("FIRST.determinism.txt", "CLOCK\terror\tP:System.DateTime.Now\treads the clock"),
        ]);
        CSharpCompilation compilation = KnownMember.Compile();
        var database = SymbolDatabase.Create(compilation, options, TryRead, TestContext.Current.CancellationToken);
        Assert.Equal("CLOCK error", KnownMember.Describe(database.Find(compilation.GetTypeByMetadataName("System.DateTime")!.GetMembers("Now").Single())));
        Assert.Equal("IO allow", KnownMember.Describe(database.Find(compilation.GetTypeByMetadataName("System.IO.File")!.GetMembers("Delete").Single())));

        static bool TryRead(SourceText text, SourceTextValueProvider<DatabaseText> reader, out DatabaseText? database)
        {
            database = DatabaseText.Parse(text);
            return true;
        }
    }

    [Fact]
    public void Rows_say_why_and_what_else()
    {
        var row = KnownMember.Find("DateTime.UtcNow")!;
        Assert.Equal(("P:System.DateTime.UtcNow", "reads the clock", "EventContext.Timestamp"), (row.Id, row.Reason, row.Replacement));
    }
}
