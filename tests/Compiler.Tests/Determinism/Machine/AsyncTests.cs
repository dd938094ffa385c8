namespace Daybook.Compiler.Tests.Determinism.Machine;

/// <summary>Every way to wait has its own token.</summary>
public class AsyncTests
{
    private const string Resource = "class Resource : IAsyncDisposable { public System.Threading.Tasks.ValueTask DisposeAsync() => default; }";

    [Theory]
    [InlineData("Func<System.Threading.Tasks.Task> f = async () => { {|DAY2090:await|} using var x = new Resource(); }; return this;", Resource)]
    [InlineData("Func<System.Threading.Tasks.Task> f = async () => { {|DAY2090:await|} using (var x = new Resource()) { } }; return this;", Resource)]
    [InlineData("Func<System.Threading.Tasks.Task> f = async () => { {|DAY2090:await|} foreach (int x in Each()) { } }; return this; static async IAsyncEnumerable<int> Each() { yield return 1; }")]
    [InlineData("Func<System.Threading.Tasks.Task> f = async () => {|DAY2090:await|} System.Threading.Tasks.Task.CompletedTask; return this;")]
    [InlineData("Func<System.Threading.Tasks.Task<int>> f = async () => {|DAY2090:await|} Helper.Find(); return this;", "static class Helper { public static System.Threading.Tasks.Task<int> Find() => null!; }")]
    [InlineData("Func<System.Threading.Tasks.Task> f = async () => {|DAY2000:{|DAY2090:await|} new Own()|}; return this;", "class Own { public Waiter GetAwaiter() => new(); } class Waiter : System.Runtime.CompilerServices.INotifyCompletion { public bool IsCompleted => DateTime.UtcNow.Day == 1; public void GetResult() { } public void OnCompleted(Action a) { } }")]
    [InlineData("{|DAY2090:Helper.RunAsync()|}; return this;", "static class Helper { public static async void RunAsync() { await using var x = new Resource(); } } " + Resource)]
    [InlineData("{|DAY2090:Helper.RunAsync()|}; return this;", "static class Helper { public static async void RunAsync() { await foreach (int x in Each()) { } } static async IAsyncEnumerable<int> Each() { yield return 1; } }")]
    public async Task Is_flagged(string body, string others = "") => await DeterminismVerifier.VerifyReducerAsync(body, others);

    [Theory]
    [InlineData("using var x = new Resource(); return this;")]
    [InlineData("using (var x = new Resource()) { return this; }")]
    public async Task Is_not_flagged(string body) => await DeterminismVerifier.VerifyReducerAsync(body, "class Resource : IDisposable { public void Dispose() { } }");
}
