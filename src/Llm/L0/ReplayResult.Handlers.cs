using System.Collections.Immutable;

namespace Daybook.Llm;

public sealed partial class ReplayResult
{
    private readonly Lock _handlerLock = new();
    private ImmutableArray<Func<string, Task>> _onToken = [];
    private ImmutableArray<Func<GuardrailViolation, Task>> _onViolation = [];
    private ImmutableArray<Func<int, string, Task>> _onRetry = [];
    private ImmutableArray<Func<Envelope, Task>> _onEvent = [];

    /// <summary>Whether handlers are called; true unless said. It may change at any time.</summary>
    public bool FireHandlers { get; set; } = true;

    /// <summary>Adds a handler of tokens of the answer. For every event the state comes first, then these, then those of <see cref="OnEvent(Action{Envelope})"/>.</summary>
    /// <param name="handler">Gets the token's text. What it throws ends the enumeration.</param>
    /// <returns>This replay.</returns>
    public ReplayResult OnToken(Action<string> handler) => Add(ref _onToken, Awaited(handler));

    /// <inheritdoc cref="OnToken(Action{string})"/>
    public ReplayResult OnToken(Func<string, Task> handler) => Add(ref _onToken, handler);

    /// <summary>Adds a handler of what guardrails found, one call each.</summary>
    /// <param name="handler">Gets the violation. What it throws ends the enumeration.</param>
    /// <returns>This replay.</returns>
    public ReplayResult OnViolation(Action<GuardrailViolation> handler) => Add(ref _onViolation, Awaited(handler));

    /// <inheritdoc cref="OnViolation(Action{GuardrailViolation})"/>
    public ReplayResult OnViolation(Func<GuardrailViolation, Task> handler) => Add(ref _onViolation, handler);

    /// <summary>Adds a handler of retries.</summary>
    /// <param name="handler">Gets which one it was, and why. What it throws ends the enumeration.</param>
    /// <returns>This replay.</returns>
    public ReplayResult OnRetry(Action<int, string> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return OnRetry((attempt, reason) =>
        {
            handler(attempt, reason);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="OnRetry(Action{int, string})"/>
    public ReplayResult OnRetry(Func<int, string, Task> handler) => Add(ref _onRetry, handler);

    /// <summary>Adds a handler of all events, behind the other handlers.</summary>
    /// <param name="handler">Gets the envelope. What it throws ends the enumeration.</param>
    /// <returns>This replay.</returns>
    public ReplayResult OnEvent(Action<Envelope> handler) => Add(ref _onEvent, Awaited(handler));

    /// <inheritdoc cref="OnEvent(Action{Envelope})"/>
    public ReplayResult OnEvent(Func<Envelope, Task> handler) => Add(ref _onEvent, handler);

    /// <summary>Takes back all handlers and sets these, from the next event on.</summary>
    /// <param name="handlers">The handlers.</param>
    /// <returns>This replay.</returns>
    public ReplayResult SetHandlers(ReplayHandlers handlers)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        lock (_handlerLock)
        {
            (_onToken, _onViolation, _onRetry, _onEvent) = ([], [], [], []);
            _ = handlers.OnToken is { } token ? OnToken(token) : this;
            _ = handlers.OnViolation is { } violation ? OnViolation(violation) : this;
            _ = handlers.OnRetry is { } retry ? OnRetry(retry) : this;
            _ = handlers.OnEvent is { } any ? OnEvent(any) : this;
        }

        return this;
    }

    private async ValueTask HandleAsync(Envelope envelope)
    {
        if (!FireHandlers)
        {
            return;
        }

        // One look: handlers that are set while these run are for the next event.
        (var onToken, var onViolation, var onRetry, var onEvent) = Handlers();
        if (!onToken.IsEmpty && envelope.TryGet(out TokenEvent token) && token.Kind == TokenKind.Text)
        {
            await AllAsync(onToken, token.Value).ConfigureAwait(false);
        }
        else if (!onViolation.IsEmpty && envelope.TryGet<GuardrailEvent>(out GuardrailEvent? guardrail))
        {
            foreach (GuardrailViolation violation in guardrail.Result.Violations)
            {
                await AllAsync(onViolation, violation).ConfigureAwait(false);
            }
        }
        else if (!onRetry.IsEmpty && envelope.TryGet<RetryEvent>(out RetryEvent? retry))
        {
            foreach (Func<int, string, Task> handler in onRetry)
            {
                await handler(retry.Attempt, retry.Reason).ConfigureAwait(false);
            }
        }

        await AllAsync(onEvent, envelope).ConfigureAwait(false);
    }

    private (ImmutableArray<Func<string, Task>>, ImmutableArray<Func<GuardrailViolation, Task>>, ImmutableArray<Func<int, string, Task>>, ImmutableArray<Func<Envelope, Task>>) Handlers()
    {
        lock (_handlerLock)
        {
            return (_onToken, _onViolation, _onRetry, _onEvent);
        }
    }

    private ReplayResult Add<T>(ref ImmutableArray<T> handlers, T handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        lock (_handlerLock)
        {
            handlers = handlers.Add(handler);
        }

        return this;
    }

    private static async ValueTask AllAsync<T>(ImmutableArray<Func<T, Task>> handlers, T value)
    {
        foreach (Func<T, Task> handler in handlers)
        {
            await handler(value).ConfigureAwait(false);
        }
    }

    private static Func<T, Task> Awaited<T>(Action<T> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return value =>
        {
            handler(value);
            return Task.CompletedTask;
        };
    }
}
