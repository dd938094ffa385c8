namespace Daybook.Compiler.Tests.Determinism.Machine;

/// <summary>Environment, process and ambient context.</summary>
public class EnvironmentTests
{
    private const string Caller = "static class Helper { public static int At([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => line; public static string In([System.Runtime.CompilerServices.CallerFilePath] string path = \"\") => path; }";

    [Theory]
    [InlineData("return this with { Text = {|DAY2110:Environment.GetEnvironmentVariable(\"X\")|} ?? \"\" };")]
    [InlineData("return this with { Text = {|DAY2110i:Environment.NewLine|} };")]
    [InlineData("return this with { Text = {|DAY2110:Environment.CurrentDirectory|} };")]
    [InlineData("return this with { Text = {|DAY2110:AppContext.BaseDirectory|} };")]
    [InlineData("return this with { Text = {|DAY2110:AppDomain.CurrentDomain.FriendlyName|} };")]
    [InlineData("return this with { Text = {|DAY2110:System.Runtime.InteropServices.RuntimeInformation.OSDescription|} };")]
    [InlineData("return {|DAY2110:OperatingSystem.IsWindows()|} ? this : this with { Number = 1 };")]
    [InlineData("return this with { Number = {|DAY2110:IntPtr.Size|} };")]
    [InlineData("return {|DAY2110:BitConverter.IsLittleEndian|} ? this : this with { Number = 1 };")]
    [InlineData("return this with { Number = {|DAY2110:System.Numerics.Vector<int>.Count|} };")]
    [InlineData("return this with { Text = {|DAY2110:System.Text.Encoding.Default|}.WebName };")]
    [InlineData("return this with { Text = {|DAY2110:System.IO.Path.GetFullPath(\"a\")|} };")]
    [InlineData("return this with { Text = {|DAY2110:System.IO.Path.GetTempPath()|} };")]
    [InlineData("return this with { Text = {|DAY2110i:System.IO.Path.Combine(\"a\", \"b\")|} };")]
    [InlineData("return this with { Text = \"a\" + {|DAY2110i:System.IO.Path.DirectorySeparatorChar|} };")]
    [InlineData("var text = new System.Text.StringBuilder(); {|DAY2110i:text.AppendLine(\"x\")|}; return this with { Number = text.Length };")]
    [InlineData("return this with { Text = {|DAY2110i:@\"a\n b\"|} };")]
    [InlineData("return this with { Text = {|DAY2110i:\"\"\"\n    a\n    b\n    \"\"\"|} };")]
    [InlineData("return this with { Text = {|DAY2110i:$\"\"\"\n    a\n    {e.Value}\n    \"\"\"|} };")]
    [InlineData("return this with { Number = {|DAY2110i:Helper.At()|} };", Caller)]
    [InlineData("return this with { Text = {|DAY2110i:Helper.In()|} };", Caller)]
    [InlineData("return {|DAY2110:System.Runtime.Intrinsics.X86.Sse2.IsSupported|} ? this : this with { Number = 1 };")]
    public async Task Depends_on_the_environment(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Text = {|DAY2120:Environment.MachineName|} };")]
    [InlineData("return this with { Text = {|DAY2120:Environment.UserName|} };")]
    [InlineData("return this with { Number = {|DAY2120:Environment.ProcessId|} };")]
    [InlineData("return this with { Number = {|DAY2120:Environment.ProcessorCount|} };")]
    [InlineData("return this with { Number = {|DAY2120:System.Diagnostics.Process.GetCurrentProcess().Id|} };")]
    [InlineData("return this with { Text = {|DAY2120:System.Net.Dns.GetHostName()|} };")]
    [InlineData("return this with { Text = {|DAY2120:Environment.CommandLine|} };")]
    [InlineData("return {|DAY2120:System.Runtime.Loader.AssemblyLoadContext.Default|} is null ? this : this with { Number = 1 };")]
    [InlineData("return this with { Text = {|DAY2120:Helper.Host|} };", "static class Helper { public static readonly string Host = Environment.MachineName; }")]
    public async Task Depends_on_the_process(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Number = {|DAY2100:System.Threading.Thread.CurrentThread.ManagedThreadId|} };")]
    [InlineData("return this with { Number = {|DAY2100:Environment.CurrentManagedThreadId|} };")]
    [InlineData("return this with { Number = {|DAY2100:System.Threading.Thread.CurrentPrincipal|} is null ? 0 : 1 };")]
    [InlineData("return this with { Number = {|DAY2100:System.Security.Claims.ClaimsPrincipal.Current|} is null ? 0 : 1 };")]
    [InlineData("return this with { Number = {|DAY2100:System.Diagnostics.Activity.Current|} is null ? 0 : 1 };")]
    [InlineData("return this with { Number = {|DAY2100:System.Threading.ExecutionContext.Capture()|} is null ? 0 : 1 };")]
    [InlineData("return this with { Number = {|DAY2100:System.Threading.SynchronizationContext.Current|} is null ? 0 : 1 };")]
    [InlineData("return this with { Number = {|DAY2100:System.Transactions.Transaction.Current|} is null ? 0 : 1 };")]
    [InlineData("return this with { Number = {|DAY2100:Helper.Count()|} };", "static class Helper { [ThreadStatic] static int count; public static int Count() => count; }")]
    [InlineData("return this with { Number = {|DAY2100:Helper.Count.Value|} };", "static class Helper { [Deterministic(\"a test's own\")] public static readonly System.Threading.ThreadLocal<int> Count = new(() => 1); }")]
    [InlineData("return this with { Number = {|DAY2100:new System.Threading.ThreadLocal<int>().Value|} };")]
    [InlineData("return this with { Number = {|DAY2100:new System.Threading.AsyncLocal<int>().Value|} };")]
    public async Task Depends_on_the_context(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Text = \"\\n\" + \"a\\nb\" };")]
    [InlineData("return this with { Text = @\"a\\b\" + \"\"\"a \"b\" c\"\"\" };")]
    [InlineData("return this with { Text = \"\"\"\n    a\n    \"\"\" };")]
    [InlineData("throw new InvalidOperationException(@\"a\n b\");")]
    [InlineData("throw new InvalidOperationException(\"a\" + Helper.At());", "static class Helper { public static string At([System.Runtime.CompilerServices.CallerMemberName] string name = \"\") => name; }")]
    [InlineData("return this with { Number = Helper.At(1) };", Caller)]
    [InlineData("ArgumentNullException.ThrowIfNull(e); return this;")]
    [InlineData("return this with { Text = System.IO.Path.ChangeExtension(\"a.b\", \".c\") + System.IO.Path.GetExtension(\"a.b\") };")]
    [InlineData("return this with { Text = nameof(Environment.MachineName) + typeof(Environment).Name };")]
    [InlineData("var text = new System.Text.StringBuilder(); text.Append(\"x\").Append('\\n'); return this with { Number = text.Length };")]
    [InlineData("return this with { Number = sizeof(int) + System.Text.Encoding.UTF8.GetByteCount(e.Value) };")]
    [InlineData("return this with { Number = System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian([1, 2, 3, 4]) };")]
    [InlineData("return this with { Text = Environment.MachineName };", "static class Environment { public const string MachineName = \"x\"; }")]
    [InlineData("return this with { At = context.Timestamp, Text = context.EventId.ToGuid() == Id ? \"a\" : \"b\" };")]
    public async Task Does_not(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
