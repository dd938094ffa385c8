using Daybook.Stores;

namespace Daybook;

/// <summary>One state folded over all events that a query wants, kept together with its offset. See <c>store.Project</c>.</summary>
/// <typeparam name="TState">The state.</typeparam>
public sealed class View<TState> : BaseView
    where TState : IState<TState>
{
    private readonly ViewIdentity<TState> _identity;
    private readonly bool _skipsUnknown;
    private TState _state = TState.Initial;

    internal View(IEventStore store, EventQuery query, string name, ViewOptions options)
        : base(store, ViewExtensions.Narrow<TState>(query), name, options)
    {
        _identity = ViewIdentity<TState>.Of(query, isKeyed: false);
        _skipsUnknown = options.SkipUnknownEvents;
    }

    /// <summary>The state as far as this view has come; call <see cref="BaseView.CatchUpAsync"/> before to have it up to date.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state and its offset.</returns>
    public ValueTask<ViewState<TState>> GetAsync(CancellationToken cancellationToken = default) => InTurnAsync(
        async () =>
        {
            await LoadAsync(cancellationToken).ConfigureAwait(false);
            return new ViewState<TState>(_state, Offset);
        },
        cancellationToken);

    private protected override void Restore(in ViewRecord? record) => _state = record is { } saved ? ViewIdentity<TState>.Read(saved) : TState.Initial;

    private protected override ValueTask FoldAsync(EventPage page, CancellationToken cancellationToken)
    {
        _state = Folder.Fold(_state, page, 0, page.Count, _skipsUnknown);
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask SavePartsAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private protected override ViewRecord ToRecord(long offset) => _identity.Record(Build, offset, _state);

    private protected override bool Matches(ViewRecord record) => _identity.Matches(record);
}
