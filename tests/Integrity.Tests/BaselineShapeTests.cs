namespace Daybook.Tests.Integrity;

/// <summary>The account after a release: other logic, a new member behind the others, and a wider number.</summary>
[State("account", Version = 2)]
[Records<Redacted>]
public partial record AccountWithFees
{
    public string Owner { get; init; } = "";
    public long Cents { get; init; }
    public AppendableList<string> Notes { get; init; } = [];
    public long Redactions { get; init; }
    public long Fees { get; init; } = 7;

    [Reducer] AccountWithFees On(Opened e) => this with { Owner = e.Owner };
    [Reducer] AccountWithFees On(Paid e) => this with { Cents = Cents + e.Cents - 1, Fees = Fees + 1 };
    [Reducer] AccountWithFees On(Noted e) => this with { Notes = Notes.Append(e.Text) };
}

/// <summary>The account with a member where another one was.</summary>
[State("account", Version = 3)]
[Records<Noted>]
[Records<Redacted>]
public partial record AccountByBank
{
    public string Bank { get; init; } = "";
    public string Owner { get; init; } = "";
    public long Cents { get; init; }

    [Reducer] AccountByBank On(Opened e) => this with { Owner = e.Owner };
    [Reducer] AccountByBank On(Paid e) => this with { Cents = Cents + e.Cents };
}

public sealed class BaselineShapeTests
{
    [Fact]
    public async Task A_baseline_is_read_by_a_later_version_of_its_state_that_only_adds()
    {
        await using IEventStore store = await CompactedAsync();
        AccountWithFees account = (await store.LoadAsync<AccountWithFees>("acc-1")).State;
        Assert.Equal(("ada", 12, 0, 7), (account.Owner, account.Cents, account.Redactions, account.Fees));
        await new Account.Recorder(store, "acc-1").RecordPaidAsync(10);
        account = (await store.LoadAsync<AccountWithFees>("acc-1")).State;
        Assert.Equal((21, 8), (account.Cents, account.Fees));
        Assert.True(await store.CompactAsync<AccountWithFees>("acc-1"));
        Assert.Equal(21, (await store.LoadAsync<AccountWithFees>("acc-1")).State.Cents);
    }

    [Fact]
    public async Task A_baseline_of_another_shape_is_refused_with_both_shapes()
    {
        await using IEventStore store = await CompactedAsync();
        var exception = await Assert.ThrowsAsync<BaselineMismatchException>(async () => await store.LoadAsync<AccountByBank>("acc-1"));
        Assert.Equal(("acc-1", 3), (exception.StreamId, exception.Sequence));
        Assert.StartsWith("state account@1 (0 Owner: string", exception.Written.Text, StringComparison.Ordinal);
        Assert.StartsWith("state account@3 (0 Bank: string", exception.Current.Text, StringComparison.Ordinal);
    }

    private static async Task<IEventStore> CompactedAsync()
    {
        IEventStore store = EventStores.Memory();
        var recorder = new Account.Recorder(store, "acc-1");
        await recorder.RecordOpenedAsync("ada");
        await recorder.RecordPaidAsync(5);
        await recorder.RecordPaidAsync(7);
        await store.CompactAsync<Account>("acc-1");
        return store;
    }
}
