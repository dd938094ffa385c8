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

    [Fact]
    public async Task What_a_child_throws_is_a_difference()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "9.95", "bob");
        NonDeterminismException exception = await FailAsync<Demanding>(store, () => Testing.Determinism.VerifyInChildProcessesAsync<Demanding>(store, Guests.Stream, cancellationToken: Cancellation));
        DeterminismDifference difference = Assert.Single(exception.Verification.Differences);
        Assert.Equal(("a process with 1 processor", 1), (difference.Variant, difference.Sequence));
        Assert.Equal("System.NotSupportedException: One processor is not enough.", difference.Failure);
    }

    [Fact]
    public async Task Truncated_streams_and_options_go_along()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "bob", "9.95");
        _ = await store.CompactAsync<House>(Guests.Stream, cancellationToken: Cancellation);
        _ = await new House.Recorder(store, Guests.Stream).RecordLeftAsync("ada", cancellationToken: Cancellation);
        DeterminismVerification verification = await Testing.Determinism.VerifyInChildProcessesAsync<House>(store, Guests.Stream, cancellationToken: Cancellation);
        Assert.Equal(2, verification.Events);

        await using IEventStore partial = await Guests.RecordAsync("ada", "-bob", "9.95", "cyd");
        _ = await partial.TruncateStreamAsync(Guests.Stream, 1, Cancellation);
        var options = new LoadOptions { AllowPartial = true, SkipUnknownEvents = true };
        Assert.Equal(3, (await Testing.Determinism.VerifyInChildProcessesAsync<Narrow>(partial, Guests.Stream, options, Cancellation)).Events);
    }

    [Fact]
    public async Task Children_that_do_not_know_the_state_are_told_from_those_that_differ()
    {
        await using IEventStore store = await Guests.RecordAsync("ada");
        var exception = await Assert.ThrowsAsync<DeterminismChildException>(async () => await VerifyAsync<Hidden>(store));
        Assert.Contains("[ModuleInitializer]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_behind()
    {
        await using IEventStore store = await Guests.RecordAsync("ada");
        _ = await Testing.Determinism.VerifyInChildProcessesAsync<House>(store, Guests.Stream, cancellationToken: Cancellation);
        _ = await Assert.ThrowsAsync<DeterminismChildException>(async () => await VerifyAsync<Hidden>(store));
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Testing.Determinism.VerifyInChildProcessesAsync<Stuck>(store, Guests.Stream, cancellationToken: soon.Token));
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"daybook-determinism-{Environment.ProcessId}-*"));
    }

    [Fact]
    public async Task Bad_input_is_refused()
    {
        await using IEventStore store = await Guests.RecordAsync("ada");
        _ = await Assert.ThrowsAsync<ArgumentNullException>(async () => await Testing.Determinism.VerifyInChildProcessesAsync<House>(null!, Guests.Stream, cancellationToken: Cancellation));
        _ = await Assert.ThrowsAsync<InvalidStreamIdException>(async () => await Testing.Determinism.VerifyInChildProcessesAsync<House>(store, "", cancellationToken: Cancellation));
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(async () => await Testing.Determinism.VerifyInChildProcessesAsync<House>(store, "nobody", cancellationToken: Cancellation));
        _ = await Assert.ThrowsAsync<NonDeterminismException>(async () => await Testing.Determinism.VerifyInChildProcessesAsync<StaticCounter>(store, Guests.Stream, cancellationToken: Cancellation));
    }

    // The generator does not see which states this is called with.
    private static ValueTask<DeterminismVerification> VerifyAsync<TState>(IEventStore store)
        where TState : IState<TState> =>
        Testing.Determinism.VerifyInChildProcessesAsync<TState>(store, Guests.Stream, cancellationToken: Cancellation);

    // In this process nothing is wrong with the state: only others show it.
    private static async Task<NonDeterminismException> FailAsync<TState>(IEventStore store, Func<ValueTask<DeterminismVerification>> verify)
        where TState : IState<TState>
    {
        DeterminismVerification here = await store.VerifyDeterminismAsync<TState>(Guests.Stream, cancellationToken: Cancellation);
        Assert.True(here.IsDeterministic, here.ToString());
        return await Assert.ThrowsAsync<NonDeterminismException>(async () => await verify());
    }
}
