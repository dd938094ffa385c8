namespace Daybook.Testing;

/// <summary>
/// The other side of <see cref="Determinism.VerifyInChildProcessesAsync"/>. The generator has programs that call it say by themselves what
/// their children fold. A program that it does not compile, or whose calls do not name the state, says so at its start, before it does
/// anything else:
/// <code>
/// [ModuleInitializer]
/// internal static void FoldInChildren() => DeterminismChild.Run&lt;Cart&gt;();
/// </code>
/// </summary>
public static class DeterminismChild
{
    /// <summary>
    /// In a child process that is to fold this state: starts to, and the process ends when it is done. Everywhere else: does nothing.
    /// </summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <returns>True in such a child: a <c>Main</c> that gets it returns.</returns>
    public static bool Run<TState>()
        where TState : IState<TState>
    {
        if (ChildRequest.Find<TState>() is not { } request)
        {
            return false;
        }

        // A thread of its own, which keeps the process alive: a module initializer that waited would lock all other threads out of its module.
        new Thread(() => Fold<TState>(request)).Start();
        return true;
    }

    private static void Fold<TState>(ChildRequest request)
        where TState : IState<TState>
    {
        request.FoldAsync<TState>().GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
