using Daybook.Testing;

namespace Daybook.Tests.Determinism;

public sealed class ChildProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clean_state_passes_in_every_process()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "bob", "cyd", "9.95", "-ada", "dan", "eve", "ada", "-bob");
        DeterminismVerification verification = await Testing.Determinism.VerifyInChildProcessesAsync<House>(store, Guests.Stream, cancellationToken: Cancellation);
        Assert.True(verification.IsDeterministic);
        string[] children = ["another process", "a process in time zone Pacific/Kiritimati", "a process in time zone America/St_Johns", "a process with language sv-SE", "a process with language ar-SA", "a process with 1 processor", "a process with 16 processors"];
        Assert.Equal(children, verification.Variants.TakeLast(children.Length));
    }

    [Fact]
    public async Task The_order_of_an_immutable_dictionary_is_found()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "bob", "cyd", "dan", "eve", "fay", "gus", "hal");
        NonDeterminismException exception = await FailAsync<ByHash>(store, () => Testing.Determinism.VerifyInChildProcessesAsync<ByHash>(store, Guests.Stream, cancellationToken: Cancellation));
        Assert.StartsWith("List: ", exception.Verification.Differences[0].Comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hash_codes_of_strings_are_found()
    {
        await using IEventStore store = await Guests.RecordAsync("-ada", "ada");
        NonDeterminismException exception = await FailAsync<HashCodes>(store, () => Testing.Determinism.VerifyInChildProcessesAsync<HashCodes>(store, Guests.Stream, cancellationToken: Cancellation));
        Assert.Equal(7, exception.Verification.Differences.Length);
        Assert.All(exception.Verification.Differences, difference => Assert.Equal(1, difference.Sequence));
    }

    [Fact]
    public async Task The_local_time_zone_is_found()
    {
        await using IEventStore store = await Guests.RecordAsync("ada");
        NonDeterminismException exception = await FailAsync<LocalTime>(store, () => Testing.Determinism.VerifyInChildProcessesAsync<LocalTime>(store, Guests.Stream, cancellationToken: Cancellation));
        Assert.All(exception.Verification.Differences, difference => Assert.StartsWith("a process in time zone ", difference.Variant, StringComparison.Ordinal));
        Assert.Equal(2, exception.Verification.Differences.Length);
    }

    [Fact]
    public async Task The_number_of_processors_is_found()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "bo", "cydney");
        NonDeterminismException exception = await FailAsync<Processors>(store, () => Testing.Determinism.VerifyInChildProcessesAsync<Processors>(store, Guests.Stream, cancellationToken: Cancellation));
        Assert.Contains(exception.Verification.Differences, difference => difference.Variant == "a process with 16 processors" && difference.Comparison.ToString().Contains("\"16: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reducers_may_wait_for_other_threads()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "bo", "cydney");
        _ = await Testing.Determinism.VerifyInChildProcessesAsync<Parallel>(store, Guests.Stream, cancellationToken: Cancellation);
    }

    // In this process nothing is wrong with the state: only others show it.
    private static async Task<NonDeterminismException> FailAsync<TState>(IEventStore store, Func<ValueTask<DeterminismVerification>> verify)
        where TState : IState<TState>
    {
        DeterminismVerification here = await store.VerifyDeterminismAsync<TState>(Guests.Stream, cancellationToken: Cancellation);
        Assert.True(here.IsDeterministic, here.ToString());
        return await Assert.ThrowsAsync<NonDeterminismException>(async () => await verify());
    }
}
