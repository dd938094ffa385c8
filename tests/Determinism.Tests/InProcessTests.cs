using System.Diagnostics;
using System.Globalization;

namespace Daybook.Tests.Determinism;

public sealed class InProcessTests
{
    private static readonly string[] Cultures = ["sv-SE", "tr-TR", "de-DE", "ar-SA", "th-TH", "fa-IR"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clean_state_passes_in_every_variant()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "bob", "9.95", "-ada", "ida", "-1");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<House>(Guests.Stream, cancellationToken: Cancellation);
        Assert.True(verification.IsDeterministic, verification.ToString());
        verification.ThrowIfDifferent();
        Assert.Equal((6, "house", Guests.Stream), (verification.Events, verification.State, verification.StreamId));
        Assert.All(Cultures, culture => Assert.Contains("culture " + culture, verification.Variants));
        Assert.Contains("written and read back half-way", verification.Variants);
        Assert.Contains("written and read back after every event", verification.Variants);
        Assert.Empty(verification.NotVaried);
    }

    [Fact]
    public async Task Collections_that_compare_in_their_own_way_pass()
    {
        await using IEventStore store = await Guests.RecordAsync("bob", "ada", "Bob", "e\u0301", "\u00e9", "ADA", "ida");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<Comparing>(Guests.Stream, cancellationToken: Cancellation);
        Assert.True(verification.IsDeterministic, verification.ToString());
        Assert.Equal(["ida", "ADA", "\u00e9"], Drain((await store.LoadAsync<Comparing>(Guests.Stream, cancellationToken: Cancellation)).State.Last).Take(3));

        static IEnumerable<string> Drain(PriorityQueue<string, int> queue)
        {
            while (queue.TryDequeue(out string? name, out _))
            {
                yield return name;
            }
        }
    }

    [Fact]
    public async Task Formatting_is_found_with_the_event_the_member_and_both_values()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "10", "9.95", "bob");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<Formatting>(Guests.Stream, cancellationToken: Cancellation);
        Assert.Equal(["sv-SE", "tr-TR", "de-DE", "ar-SA", "fa-IR"], verification.Differences.Select(difference => difference.Variant["culture ".Length..]));
        Assert.All(verification.Differences, difference => Assert.Equal(2, difference.Sequence));
        Assert.Equal("Account: \"9.95\" vs \"9,95\"", verification.Differences[0].Comparison.ToString());
        var exception = Assert.Throws<NonDeterminismException>(verification.ThrowIfDifferent);
        Assert.Same(verification, exception.Verification);
        Assert.Contains("after sequence 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Account: \"9.95\" vs \"9,95\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_last_state_has_forgotten_is_found_all_the_same()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "9.95", "bob");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<Forgetting>(Guests.Stream, cancellationToken: Cancellation);
        Assert.Equal(1, verification.Differences[0].Sequence);
    }

    [Theory]
    [InlineData(4_500, 3_210)]
    [InlineData(9_000, 8_999)]
    public async Task In_a_long_stream_the_very_event_is_found(int length, int place)
    {
        await using IEventStore store = EventStores.Memory();
        var recorder = new House.Recorder(store, Guests.Stream);
        await using (House.Batch batch = recorder.Batch())
        {
            for (int i = 0; i < length; i++)
            {
                batch.RecordPaid(i < place ? i : 0.5m);
            }

            await batch.CommitAsync(Cancellation);
        }

        DeterminismVerification verification = await store.VerifyDeterminismAsync<Formatting>(Guests.Stream, cancellationToken: Cancellation);
        Assert.Equal(place, verification.Differences[0].Sequence);
    }

    [Fact]
    public async Task What_only_some_cultures_cannot_read_is_a_difference()
    {
        await using IEventStore numbers = EventStores.Memory();
        _ = await new House.Recorder(numbers, Guests.Stream).RecordCameAsync("1.5", cancellationToken: Cancellation);
        DeterminismVerification verification = await numbers.VerifyDeterminismAsync<Parsing>(Guests.Stream, cancellationToken: Cancellation);
        DeterminismDifference swedish = verification.Differences.Single(difference => difference.Variant == "culture sv-SE");
        Assert.StartsWith("System.FormatException", swedish.Failure, StringComparison.Ordinal);
        DeterminismDifference german = verification.Differences.Single(difference => difference.Variant == "culture de-DE");
        Assert.Equal("Number: 1.5 vs 15", german.Comparison.ToString());
    }

    [Fact]
    public async Task Sorting_by_culture_is_found()
    {
        await using IEventStore store = await Guests.RecordAsync("Östen", "Zoe");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<Sorting>(Guests.Stream, cancellationToken: Cancellation);
        Assert.Equal("culture sv-SE", Assert.Single(verification.Differences).Variant);
    }

    [Fact]
    public async Task A_dictionary_that_was_read_back_enumerates_otherwise()
    {
        await using IEventStore store = await Guests.RecordAsync("b", "c", "-b", "d");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<Slots>(Guests.Stream, cancellationToken: Cancellation);
        Assert.Equal(3, verification.Differences[0].Sequence);
        Assert.All(verification.Differences, difference => Assert.StartsWith("written and read back", difference.Variant, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_that_is_not_stored_is_missed_after_a_restore()
    {
        await using IEventStore store = await Guests.RecordAsync("a", "b", "c");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<Unstored>(Guests.Stream, cancellationToken: Cancellation);
        Assert.Equal("Total: 2 vs 1", Assert.Single(verification.Differences).Comparison.ToString());
    }

    [Fact]
    public async Task The_nearest_snapshot_is_compared_and_folded_on_from()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "bob", "-ada");
        Versioned<House> good = await store.LoadAsync<House>(Guests.Stream, 1, cancellationToken: Cancellation);
        await store.SaveSnapshotAsync(Guests.Stream, new Versioned<House>(good.State with { Account = "spoilt" }, good.Version, good.Incarnation), cancellationToken: Cancellation);
        DeterminismVerification verification = await store.VerifyDeterminismAsync<House>(Guests.Stream, cancellationToken: Cancellation);
        DeterminismDifference difference = Assert.Single(verification.Differences);
        Assert.Equal(("from the snapshot at version 2", 1), (difference.Variant, difference.Sequence));
        Assert.Equal("Account: \"\" vs \"spoilt\"", difference.Comparison.ToString());
        Assert.True((await store.VerifyDeterminismAsync<House>(Guests.Stream, new() { IgnoreSnapshots = true }, Cancellation)).IsDeterministic);
    }

    [Fact]
    public async Task A_static_counter_is_found()
    {
        await using IEventStore store = await Guests.RecordAsync("ada");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<StaticCounter>(Guests.Stream, cancellationToken: Cancellation);
        Assert.Equal(verification.Variants, verification.Differences.Select(difference => difference.Variant));
    }

    [Fact]
    public async Task A_truncated_stream_is_verified_from_the_snapshot_before_it()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "bob", "9.95", "0.5");
        _ = await store.TruncateStreamAsync(Guests.Stream, 2, Cancellation);
        _ = await Assert.ThrowsAsync<StreamTruncatedException>(async () => await store.VerifyDeterminismAsync<Formatting>(Guests.Stream, cancellationToken: Cancellation));
        Assert.Equal(2, (await store.VerifyDeterminismAsync<Formatting>(Guests.Stream, new() { AllowPartial = true }, Cancellation)).Differences[0].Sequence);

        await using IEventStore compacted = await Guests.RecordAsync("ada", "bob", "9.95");
        await compacted.CompactAsync<House>(Guests.Stream, cancellationToken: Cancellation);
        _ = await new House.Recorder(compacted, Guests.Stream).RecordLeftAsync("ada", cancellationToken: Cancellation);
        Assert.True((await compacted.VerifyDeterminismAsync<House>(Guests.Stream, cancellationToken: Cancellation)).IsDeterministic);
    }

    [Fact]
    public async Task The_callers_culture_stays_what_it_is()
    {
        await using IEventStore store = await Guests.RecordAsync("ada", "9.95");
        var before = CultureInfo.CurrentCulture;
        ValueTask<DeterminismVerification> running = store.VerifyDeterminismAsync<Formatting>(Guests.Stream, cancellationToken: Cancellation);
        Assert.Same(before, CultureInfo.CurrentCulture);
        _ = await running;
        Assert.Same(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task Without_the_data_of_cultures_the_result_says_so()
    {
        const string Variable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";
        if (Environment.GetEnvironmentVariable(Variable) is null)
        {
            // This very test, in a process that has no such data.
            var start = new ProcessStartInfo("dotnet", [typeof(InProcessTests).Assembly.Location, "--filter-method", $"*.{nameof(Without_the_data_of_cultures_the_result_says_so)}"]) { UseShellExecute = false, RedirectStandardOutput = true };
            start.Environment[Variable] = "1";
            using Process process = Process.Start(start)!;
            string output = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);
            Assert.True(process.ExitCode == 0, output);
            return;
        }

        await using IEventStore store = await Guests.RecordAsync("ada", "9.95");
        DeterminismVerification verification = await store.VerifyDeterminismAsync<House>(Guests.Stream, cancellationToken: Cancellation);
        Assert.True(verification.IsDeterministic);
        Assert.DoesNotContain(verification.Variants, variant => variant.StartsWith("culture", StringComparison.Ordinal));
        Assert.StartsWith("cultures sv-SE, tr-TR, de-DE, ar-SA, th-TH, fa-IR: ", Assert.Single(verification.NotVaried), StringComparison.Ordinal);
        Assert.Contains("Not varied: cultures sv-SE", verification.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_refused()
    {
        await using IEventStore store = await Guests.RecordAsync("ada");
        _ = await Assert.ThrowsAsync<StreamNotFoundException>(async () => await store.VerifyDeterminismAsync<House>("nobody", cancellationToken: Cancellation));
        _ = await Assert.ThrowsAsync<InvalidStreamIdException>(async () => await store.VerifyDeterminismAsync<House>("", cancellationToken: Cancellation));
        _ = await Assert.ThrowsAsync<ArgumentNullException>(async () => await DeterminismExtensions.VerifyDeterminismAsync<House>(null!, "x", cancellationToken: Cancellation));
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.VerifyDeterminismAsync<House>(Guests.Stream, cancellationToken: new(canceled: true)));
    }
}
