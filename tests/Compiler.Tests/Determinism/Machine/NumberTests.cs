namespace Daybook.Compiler.Tests.Determinism.Machine;

/// <summary>Floating point, the garbage collector, and memory.</summary>
public class NumberTests
{
    [Theory]
    [InlineData("return this with { Amount = {|DAY2170:Math.Sin(e.Amount)|} };")]
    [InlineData("return this with { Amount = {|DAY2170:Math.Pow(e.Amount, 2)|} };")]
    [InlineData("return this with { Amount = {|DAY2170:Math.Exp(e.Amount)|} + {|DAY2170:Math.Log(e.Amount)|} };")]
    [InlineData("return this with { Amount = {|DAY2170:MathF.Cos((float)e.Amount)|} };")]
    [InlineData("return this with { Amount = {|DAY2170:double.Tan(e.Amount)|} };")]
    [InlineData("return this with { Amount = {|DAY2170w:Math.ReciprocalEstimate(e.Amount)|} };")]
    [InlineData("return this with { Number = (int){|DAY2170:e.Amount|} };")]
    [InlineData("return this with { Number = unchecked((int)({|DAY2170:e.Amount * 2|})) };")]
    [InlineData("return this with { Amount = (long){|DAY2170:e.Amount|} };")]
    [InlineData("return this with { Amount = {|DAY2090:{|DAY2170w:new[] { e.Amount }.AsParallel().Sum()|}|} };")]
    public async Task Rounds(string body) => await DeterminismVerifier.VerifyReducerAsync(body);

    [Theory]
    [InlineData("{|DAY2180:GC.Collect()|}; return this;")]
    [InlineData("return this with { Number = {|DAY2180:GC.GetGeneration(e)|} };")]
    [InlineData("return this with { Number = {|DAY2180:new WeakReference(e).IsAlive|} ? 1 : 0 };")]
    [InlineData("_ = {|DAY2180:new WeakReference<Happened>(e)|}; return this;")]
    [InlineData("_ = {|DAY2180:new System.Runtime.CompilerServices.ConditionalWeakTable<string, string>()|}; return this;")]
    [InlineData("return this with { Number = {|DAY2180:System.Buffers.ArrayPool<int>.Shared.Rent(1)|}[0] };")]
    [InlineData("return this with { Number = {|DAY2180:GC.AllocateUninitializedArray<int>(1)|}[0] };")]
    [InlineData("{|DAY2180:System.Runtime.CompilerServices.Unsafe.SkipInit(out int number)|}; return this with { Number = number };")]
    [InlineData("return this with { Number = {|DAY2180:Helper.Read()|} };", "static class Helper { [System.Runtime.CompilerServices.SkipLocalsInit] public static int Read() { Span<int> numbers = stackalloc int[1]; return numbers[0]; } }")]
    public async Task Sees_the_collector(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Number = {|DAY2190:System.Runtime.InteropServices.Marshal.SizeOf<int>()|} };")]
    [InlineData("return this with { Number = {|DAY2190:System.Runtime.InteropServices.MemoryMarshal.AsBytes<int>([1])|}[0] };")]
    [InlineData("return this with { Number = {|DAY2190:System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Changing)|}.Length };")]
    [InlineData("return this with { Number = {|DAY2190:System.Runtime.CompilerServices.Unsafe.As<int[]>(e)|}.Length };")]
    [InlineData("{|DAY2190:Native()|}; return this; [System.Runtime.InteropServices.DllImport(\"x\")] static extern void Native();")]
    [InlineData("{|DAY2190:Helper.Native()|}; return this;", "static class Helper { [System.Runtime.InteropServices.DllImport(\"x\")] public static extern void Native(); }")]
    [InlineData("unsafe { int number = 1; int* pointer = {|DAY2190:&number|}; return this with { Number = {|DAY2190:*pointer|} }; }")]
    [InlineData("unsafe { int[] numbers = [1]; {|DAY2190:fixed|} (int* pointer = numbers) { return this with { Number = {|DAY2190:pointer[0]|} }; } }")]
    [InlineData("unsafe { delegate*<int> one = {|DAY2190:&One|}; return this with { Number = {|DAY2190:one()|} }; static int One() => 1; }")]
    [InlineData("return this with { Number = {|DAY2190:Helper.Native()|} };", "static partial class Helper { [System.Runtime.InteropServices.LibraryImport(\"x\")] public static partial int Native(); public static partial int Native() => External(); [System.Runtime.InteropServices.DllImport(\"x\")] static extern int External(); }")]
    public async Task Reaches_past_the_runtime(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("return this with { Amount = Math.Sqrt(e.Amount) + Math.Abs(e.Amount) + Math.Floor(e.Amount) + Math.Round(e.Amount) };")]
    [InlineData("return this with { Amount = Math.Max(e.Amount, Math.Min(1, Amount)) + Math.Truncate(e.Amount) + Math.FusedMultiplyAdd(e.Amount, 2, 1) };")]
    [InlineData("return this with { Amount = MathF.Sqrt(2) + e.Amount * 0.1 / 3 };")]
    [InlineData("return this with { Number = (int)3.7 };")]
    [InlineData("return this with { Number = checked((int)e.Amount) };")]
    [InlineData("return this with { Number = (int)(decimal)e.Number };")]
    [InlineData("const double Turn = Math.PI * 2; return this with { Amount = Turn };")]
    [InlineData("return this with { Amount = Names.Sum(name => name.Length * 0.1) };")]
    [InlineData("return this with { Number = sizeof(long) };")]
    [InlineData("Span<int> numbers = stackalloc int[4]; numbers[0] = e.Number; return this with { Number = numbers[0] };")]
    [InlineData("Span<int> numbers = new int[4]; numbers[0] = e.Number; return this with { Number = numbers[0] };")]
    [InlineData("GC.KeepAlive(e); return this;")]
    [InlineData("return this with { Amount = Math.Sin(e.Amount) };", "static class Math { public static double Sin(double x) => x; }")]
    public async Task Does_not(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
