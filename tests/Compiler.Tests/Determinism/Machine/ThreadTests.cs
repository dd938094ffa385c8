namespace Daybook.Compiler.Tests.Determinism.Machine;

public class ThreadTests
{
    [Theory]
    [InlineData("{|DAY2090:System.Threading.Thread.Sleep(1)|}; return this;")]
    [InlineData("return this with { Number = {|DAY2090:System.Threading.Tasks.Task.Run(() => 1).Result|} };")]
    [InlineData("{|DAY2090:System.Threading.Tasks.Task.Delay(1).Wait()|}; return this;")]
    [InlineData("return this with { Number = {|DAY2090:System.Threading.Tasks.Task.WhenAny(System.Threading.Tasks.Task.CompletedTask)|} is null ? 1 : 0 };")]
    [InlineData("{|DAY2090:System.Threading.Tasks.Task.Run(() => { })|}; return this;")]
    [InlineData("_ = {|DAY2090:new System.Threading.Thread(() => { })|}; return this;")]
    [InlineData("_ = {|DAY2090:new System.Threading.Timer(_ => { })|}; return this;")]
    [InlineData("{|DAY2090:System.Threading.ThreadPool.QueueUserWorkItem(_ => { })|}; return this;")]
    [InlineData("{|DAY2090:lock|} (Names) { return this; }")]
    [InlineData("{|DAY2090:System.Threading.Monitor.Enter(Names)|}; return this;")]
    [InlineData("int number = 0; {|DAY2090:System.Threading.Interlocked.Increment(ref number)|}; return this with { Number = number };")]
    [InlineData("int number = 0; return this with { Number = {|DAY2090:System.Threading.Volatile.Read(ref number)|} };")]
    [InlineData("_ = {|DAY2090:new System.Threading.SemaphoreSlim(1)|}; return this;")]
    [InlineData("_ = {|DAY2090:new System.Threading.ReaderWriterLockSlim()|}; return this;")]
    [InlineData("{|DAY2090:System.Threading.Tasks.Parallel.ForEach(Names, _ => { })|}; return this;")]
    [InlineData("return this with { Number = {|DAY2090:Names.AsParallel().Count()|} };")]
    [InlineData("_ = {|DAY2090:System.Threading.Channels.Channel.CreateUnbounded<int>()|}; return this;")]
    [InlineData("_ = {|DAY2090:new System.Threading.CancellationTokenSource(TimeSpan.FromSeconds(1))|}; return this;")]
    [InlineData("System.Threading.CancellationToken token = default; return {|DAY2090:token.IsCancellationRequested|} ? this : this with { Number = 1 };")]
    [InlineData("System.Threading.CancellationToken token = default; {|DAY2090:token.ThrowIfCancellationRequested()|}; return this;")]
    [InlineData("Func<System.Threading.Tasks.Task> wait = async () => {|DAY2090:await|} {|DAY2090:System.Threading.Tasks.Task.Yield()|}; return this;")]
    [InlineData("_ = {|DAY2090:new System.Collections.Concurrent.BlockingCollection<int>()|}; return this;")]
    [InlineData("_ = {|DAY2090:new System.Threading.Barrier(1)|}; return this;")]
    [InlineData("return {|DAY2090:Helper.Wait()|};", "static class Helper { public static Test Wait() { System.Threading.Thread.Sleep(1); return Test.Initial; } }")]
    public async Task Depends_on_threads(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("var task = System.Threading.Tasks.Task.CompletedTask; return this with { Number = task is null ? 0 : 1 };")]
    [InlineData("var task = System.Threading.Tasks.Task.FromResult(1); return this with { Number = task is null ? 0 : 1 };")]
    [InlineData("return Helper.With(this, System.Threading.CancellationToken.None);", "static class Helper { public static Test With(Test state, System.Threading.CancellationToken token) => state; }")]
    [InlineData("return Helper.With(this, default);", "static class Helper { public static Test With(Test state, System.Threading.CancellationToken token) => state; }")]
    [InlineData("System.Threading.Thread? thread = null; return this with { Number = thread is null ? 0 : 1 };")]
    [InlineData("object value = e; return value is System.Threading.Tasks.Task ? this with { Number = 1 } : this;")]
    [InlineData("return this with { Text = nameof(System.Threading.Thread.Sleep) + typeof(System.Threading.Thread).Name };")]
    [InlineData("return new Thread().Sleep(this);", "class Thread { public Test Sleep(Test state) => state; }")]
    [InlineData("return this with { Number = Helper.Number.Value };", "static class Helper { public static readonly Lazy<int> Number = new(() => 1); }")]
    [InlineData("return Helper.Parse(this);", "static class Helper { public static Test Parse(Test state) => state; public static async System.Threading.Tasks.Task WaitAsync() => await System.Threading.Tasks.Task.Yield(); }")]
    public async Task Does_not(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);
}
