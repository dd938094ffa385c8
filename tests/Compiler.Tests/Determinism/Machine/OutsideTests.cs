namespace Daybook.Compiler.Tests.Determinism.Machine;

/// <summary>Files, networks, databases, services and reflection.</summary>
public class OutsideTests
{
    [Theory]
    [InlineData("return this with { Text = {|DAY2130:System.IO.File.ReadAllText(\"x\")|} };")]
    [InlineData("{|DAY2130:System.IO.Directory.CreateDirectory(\"x\")|}; return this;")]
    [InlineData("return this with { Number = {|DAY2130:new System.IO.FileInfo(\"x\").Exists|} ? 1 : 0 };")]
    [InlineData("using var reader = {|DAY2130:new System.IO.StreamReader(\"x\")|}; return this;")]
    [InlineData("using var stream = {|DAY2130:new System.IO.FileStream(\"x\", System.IO.FileMode.Open)|}; return this;")]
    [InlineData("{|DAY2130:Console.WriteLine(\"x\")|}; return this;")]
    [InlineData("_ = {|DAY2130:new System.IO.FileSystemWatcher(\"x\")|}; return this;")]
    [InlineData("_ = {|DAY2130:System.IO.Compression.ZipFile.OpenRead(\"x\")|}; return this;")]
    [InlineData("_ = {|DAY2130:System.IO.MemoryMappedFiles.MemoryMappedFile.CreateFromFile(\"x\")|}; return this;")]
    [InlineData("_ = {|DAY2130:new System.IO.Pipes.AnonymousPipeServerStream()|}; return this;")]
    [InlineData("return this with { Number = {|DAY2130:System.IO.Path.Exists(\"x\")|} ? 1 : 0 };")]
    [InlineData("_ = {|DAY2130:System.Xml.Linq.XDocument.Load(\"x\")|}; return this;")]
    [InlineData("_ = {|DAY2130:Helper.Text|}; return this;", "static class Helper { public static string Text { get; } = System.IO.File.ReadAllText(\"x\"); }")]
    [InlineData("return this with { Number = Names.Select({|DAY2130:System.IO.File.ReadAllText|}).Count() };")]
    public async Task Reads_files(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("_ = {|DAY2140:new System.Net.Http.HttpClient()|}; return this;")]
    [InlineData("_ = {|DAY2140:new System.Net.Sockets.TcpClient()|}; return this;")]
    [InlineData("_ = {|DAY2140:System.Net.Dns.GetHostEntry(\"x\")|}; return this;")]
    [InlineData("_ = {|DAY2140:new System.Net.Mail.SmtpClient()|}; return this;")]
    [InlineData("_ = {|DAY2140:new System.Net.WebSockets.ClientWebSocket()|}; return this;")]
    [InlineData("_ = {|DAY2140:System.Net.NetworkInformation.NetworkInterface.GetIsNetworkAvailable()|}; return this;")]
    [InlineData("return this with { Number = {|DAY2140:Helper.Count(null!)|} };", "static class Helper { public static int Count(System.Data.IDbCommand command) => command.ExecuteNonQuery(); }")]
    [InlineData("return this with { Number = {|DAY2140:Helper.Count(null!)|} };", "static class Helper { public static int Count(System.Data.Common.DbConnection connection) => connection.CreateCommand() is null ? 0 : 1; }")]
    [InlineData("return {|DAY2150:Helper.Find(null!)|} is null ? this : this with { Number = 1 };", "static class Helper { public static object? Find(IServiceProvider services) => services.GetService(typeof(int)); }")]
    [InlineData("return {|DAY2130:Helper.Find(null!)|} is null ? this : this with { Number = 1 };", "static class Helper { public static object? Find(Ledger ledger) => ledger.Store; }")]
    public async Task Reaches_others(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Number = {|DAY2160:typeof(Test).GetProperties()|}.Length };")]
    [InlineData("return this with { Number = {|DAY2160:typeof(Test).GetMethods()|}.Length };")]
    [InlineData("_ = {|DAY2160:Activator.CreateInstance(typeof(Test))|}; return this;")]
    [InlineData("_ = {|DAY2160:Type.GetType(\"Test\")|}; return this;")]
    [InlineData("_ = {|DAY2160:System.Reflection.Assembly.GetExecutingAssembly()|}; return this;")]
    [InlineData("_ = {|DAY2160:System.Reflection.MethodBase.GetCurrentMethod()|}; return this;")]
    [InlineData("_ = {|DAY2160:new System.Diagnostics.StackTrace()|}; return this;")]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> tree = () => 1; return this with { Number = {|DAY2160:tree.Compile()|}() };", true)]
    [InlineData("Func<int> one = () => 1; _ = {|DAY2160:one.DynamicInvoke()|}; return this;")]
    [InlineData("return this with { Text = {|DAY2160:System.Text.Json.JsonSerializer.Serialize(e.Value)|} };")]
    [InlineData("dynamic value = e; return this with { Number = {|DAY2160:value.Number|} };", true)]
    public async Task Reflects(string body, bool isBroad = false)
    {
        if (!isBroad)
        {
            await DeterminismVerifier.VerifyReducerAsync(body);
        }
        else
        {
            Assert.Contains(await DeterminismVerifier.MessagesAsync(body.Replace("{|DAY2160:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)), message => message.Contains("(REFLECT)", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("using var stream = new System.IO.MemoryStream(); stream.WriteByte(1); return this with { Number = (int)stream.Length };")]
    [InlineData("using var reader = new System.IO.StringReader(e.Value); return this with { Text = reader.ReadLine()! };")]
    [InlineData("using var stream = new System.IO.MemoryStream([1, 2, 3, 4]); using var reader = new System.IO.BinaryReader(stream); return this with { Number = reader.ReadInt32() };")]
    [InlineData("using var stream = new System.IO.MemoryStream(); using var reader = new System.IO.StreamReader(stream); return this with { Text = reader.ReadToEnd() };")]
    [InlineData("using var writer = new System.IO.StringWriter(CultureInfo.InvariantCulture); writer.Write(\"x\"); return this with { Text = writer.ToString() };")]
    [InlineData("return this with { Text = System.IO.Path.GetExtension(e.Value) };")]
    [InlineData("System.Diagnostics.Debug.Assert(e.Number > 0); return this;")]
    [InlineData("System.Diagnostics.Debug.WriteLine(e.Value); return this;")]
    [InlineData("Helper.Trace(System.IO.File.ReadAllText(\"x\")); return this;", "static class Helper { [System.Diagnostics.Conditional(\"NEVER\")] public static void Trace(string text) { } }")]
    [InlineData("System.Net.Http.HttpClient? client = null; return client is null ? this : this with { Number = 1 };")]
    [InlineData("object value = e; return value is System.Net.Http.HttpClient or System.IO.FileStream ? this with { Number = 1 } : this;")]
    [InlineData("System.Data.IDbConnection? connection = default; return connection == null ? this : this with { Number = 1 };")]
    [InlineData("return this with { Text = System.Net.WebUtility.UrlEncode(e.Value) + new Uri(\"https://example.org/x\").Host };")]
    [InlineData("return this with { Text = System.Net.IPAddress.Parse(\"127.0.0.1\").IsIPv4MappedToIPv6 ? \"a\" : \"b\" };")]
    [InlineData("return this with { Number = (int)System.Net.HttpStatusCode.NotFound };")]
    [InlineData("return this with { Text = typeof(System.IO.File).Name + nameof(System.IO.File.ReadAllText) };")]
    [InlineData("return this with { Text = e.GetType().Name };")]
    [InlineData("object value = e; return value is Happened { Number: 1 } ? this with { Number = 1 } : this;")]
    [InlineData("return this with { Number = Enum.GetValues<DayOfWeek>().Length };")]
    [InlineData("return this with { Number = (int)Enum.Parse<DayOfWeek>(e.Value) };")]
    [InlineData("return this with { Text = File.ReadAllText(\"x\") };", "static class File { public static string ReadAllText(string path) => path; }")]
    [InlineData("throw new InvalidOperationException(typeof(Test).FullName);")]
    [InlineData("System.Linq.Expressions.Expression<Func<string>> tree = () => System.IO.File.ReadAllText(\"x\"); return tree is null ? this : this with { Number = 1 };")]
    public async Task Does_not(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
