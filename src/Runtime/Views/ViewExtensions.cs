using Daybook.Stores;

namespace Daybook;

/// <summary>Folding of events of many streams.</summary>
public static class ViewExtensions
{
    private const int PageSize = 4096;

    /// <summary>
    /// Makes a view: a state folded over all events that a query wants, saved together with its offset, and folded anew when the state or the
    /// query changes. Nothing is read before it is used.
    /// </summary>
    /// <typeparam name="TState">The state; usually one with <c>View = true</c>.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="query">Which events; where it names no types, a view asks for those that it takes.</param>
    /// <param name="name">The name that it is saved under: 1 to 100 ASCII letters, digits, dots, hyphens and underscores.</param>
    /// <param name="options">How to fold, and when to save.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentException">The name is none, or the query wants the newest events first.</exception>
    public static View<TState> Project<TState>(this IEventStore store, EventQuery query, string name, ViewOptions? options = null)
        where TState : IState<TState>
    {
        Check(store, query, name, ref options);
        return new(store, query, name, options!);
    }

    /// <summary>Makes a view that holds a state for each key; see <see cref="Project{TState}(IEventStore, EventQuery, string, ViewOptions?)"/>.</summary>
    /// <typeparam name="TState">The state; usually one with <c>View = true</c>.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="query">Which events; where it names no types, a view asks for those that it takes.</param>
    /// <param name="name">The name that it is saved under: 1 to 100 ASCII letters, digits, dots, hyphens and underscores.</param>
    /// <param name="key">
    /// The key of an event; null leaves the event out. It must always give the same for the same event; after a change of it, rebuild the
    /// view or give it another name.
    /// </param>
    /// <param name="options">How to fold, and when to save.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentException">The name is none, or the query wants the newest events first.</exception>
    public static KeyedView<TState> Project<TState>(
        this IEventStore store, EventQuery query, string name, Func<Envelope, string?> key, ViewOptions? options = null)
        where TState : IState<TState>
    {
        Check(store, query, name, ref options);
        ArgumentNullException.ThrowIfNull(key);
        return new(store, query, name, key, options!);
    }

    /// <summary>Folds a state over the events that a query wants and that there are now, of all streams in the order of the feed.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="query">Which events; where it names no types, a view asks for those that it takes.</param>
    /// <param name="skipUnknownEvents">Whether events that the state does not know are skipped; a view always does.</param>
    /// <param name="cancellationToken">Ends the fold.</param>
    /// <returns>The state and its offset.</returns>
    /// <exception cref="UnknownEventTypeException">There is an event that the state does not know.</exception>
    /// <exception cref="ArgumentException">The query wants the newest events first.</exception>
    public static async ValueTask<ViewState<TState>> FoldAsync<TState>(
        this IEventStore store, EventQuery query, bool skipUnknownEvents = false, CancellationToken cancellationToken = default)
        where TState : IState<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        query = Narrow<TState>(query.OldestFirst(nameof(query)));
        long end = await store.GetFeedEndAsync(cancellationToken).ConfigureAwait(false);
        TState state = TState.Initial;
        long position = 0;
        while (position < end)
        {
            using EventPage page = await store.ReadQueryAsync(query, position, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                break;
            }

            state = Folder.Fold(state, page, 0, CountBefore(page, end), skipUnknownEvents);
            position = page.Next;
        }

        return new(state, end);
    }

    /// <summary>A view needs no other events than those that it takes; a state that is none has to meet them.</summary>
    internal static EventQuery Narrow<TState>(EventQuery query)
        where TState : IState<TState> => TState.IsView ? query.TakenBy<TState>() : query;

    private static int CountBefore(EventPage page, long end)
    {
        int count = page.Count;
        while (count > 0 && page.Events[count - 1].Offset >= end)
        {
            count--;
        }

        return count;
    }

    private static void Check(IEventStore store, EventQuery query, string name, ref ViewOptions? options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(query);
        _ = query.OldestFirst(nameof(query));
        SystemStreams.CheckName(name);
        options ??= ViewOptions.Default;
        options.Check(nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.SaveEvery, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.CachedKeys, nameof(options));
    }
}
