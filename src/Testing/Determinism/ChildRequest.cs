using System.Globalization;
using Daybook.Stores;
using Daybook.Stores.Copying;

namespace Daybook.Testing;

/// <summary>What a child process is asked to do: a directory with the stream, the state's name and how to load.</summary>
internal sealed class ChildRequest : IDisposable
{
    private const string DirectoryVariable = "DAYBOOK_DETERMINISM_CHILD";
    private const string TraceVariable = "DAYBOOK_DETERMINISM_TRACE";
    private const string CultureVariable = "DAYBOOK_DETERMINISM_CULTURE";

    private readonly string _directory;
    private readonly string _streamId;
    private readonly LoadOptions _options;

    private ChildRequest(string directory, string streamId, LoadOptions options)
    {
        _directory = directory;
        _streamId = streamId;
        _options = options;
    }

    // With the number of the parent, so that what a killed one leaves behind can be told from what is in use.
    private static string DirectoryPrefix => string.Create(CultureInfo.InvariantCulture, $"daybook-determinism-{Environment.ProcessId}-");

    private string StreamFile => Path.Combine(_directory, "stream.jsonl");

    private string RequestFile => RequestFileIn(_directory);

    /// <summary>Writes the request for some children.</summary>
    internal static async ValueTask<ChildRequest> WriteAsync<TState>(IEventStore store, string streamId, LoadOptions options, CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        if (Environment.GetEnvironmentVariable(DirectoryVariable) is not null)
        {
            throw new InvalidOperationException($"A child process that was to fold another state got as far as verifying '{TState.Schema.Name}'; call DeterminismChild.Run before anything else.");
        }

        var request = new ChildRequest(Directory.CreateTempSubdirectory(DirectoryPrefix).FullName, streamId, options);
        try
        {
            await File.WriteAllLinesAsync(
                request.RequestFile, [NameOf<TState>(), streamId, options.SkipUnknownEvents.ToString(), options.AllowPartial.ToString()], cancellationToken).ConfigureAwait(false);
            await using IEventStore copy = EventStores.Memory();
            using var batch = new CopyBatch(copy);
            var streams = new StreamCopy(store, copy, mirror: false, batch);
            _ = await streams.CopyAsync(streamId, cancellationToken).ConfigureAwait(false);

            // Where the stream is truncated, a snapshot may stand for its beginning.
            _ = await streams.CopyAsync(SystemStreams.SnapshotsOf(streamId), cancellationToken).ConfigureAwait(false);
            await using FileStream file = File.Create(request.StreamFile);
            _ = await copy.ExportAsync(file, cancellationToken: cancellationToken).ConfigureAwait(false);
            return request;
        }
        catch
        {
            request.Dispose();
            throw;
        }
    }

    /// <summary>Finds the request that this process was started for.</summary>
    /// <returns>The request; null when it was started for something else.</returns>
    internal static ChildRequest? Find<TState>()
        where TState : IState<TState>
    {
        if (Environment.GetEnvironmentVariable(DirectoryVariable) is not { } directory)
        {
            return null;
        }

        string[] lines = File.ReadAllLines(RequestFileIn(directory));
        return string.Equals(lines[0], NameOf<TState>(), StringComparison.Ordinal)
            ? new(directory, lines[1], new() { SkipUnknownEvents = bool.Parse(lines[2]), AllowPartial = bool.Parse(lines[3]) })
            : null;
    }

    /// <summary>What a child's environment must say.</summary>
    internal IEnumerable<(string Name, string Value)> EnvironmentOf(ChildVariant variant, string trace) =>
        [(DirectoryVariable, _directory), (TraceVariable, trace), (CultureVariable, variant.Culture), .. variant.Environment];

    /// <summary>Where a child writes what it folds.</summary>
    internal string TraceFile(int child) => Path.Combine(_directory, string.Create(CultureInfo.InvariantCulture, $"trace-{child}"));

    /// <summary>Opens a copy of the stream.</summary>
    internal async ValueTask<(IEventStore Store, StreamSteps Steps)> OpenAsync<TState>(CancellationToken cancellationToken)
        where TState : IState<TState>
    {
        IEventStore store = EventStores.Memory();
        await using FileStream lines = File.OpenRead(StreamFile);
        _ = await store.ImportAsync(lines, cancellationToken).ConfigureAwait(false);
        return (store, await StreamSteps.OpenAsync<TState>(store, _streamId, _options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Does what is asked, in the child.</summary>
    internal async Task FoldAsync<TState>()
        where TState : IState<TState>
    {
        string culture = Environment.GetEnvironmentVariable(CultureVariable) ?? "";
        using var trace = new TraceWriter(Environment.GetEnvironmentVariable(TraceVariable)!);
        (IEventStore store, StreamSteps steps) = await OpenAsync<TState>(CancellationToken.None).ConfigureAwait(false);
        await using (store)
        {
            try
            {
                using var run = new FoldRun<TState>(new("", CultureInfo.GetCultureInfo(culture)), steps);
                trace.WriteState(run.Write());
                await foreach (FoldStep step in steps.ReadAsync(steps.Info.FirstSequence, steps.Interval, CancellationToken.None).ConfigureAwait(false))
                {
                    run.Fold(step);
                    if (step.IsCheckpoint)
                    {
                        trace.WriteState(run.Write());
                    }
                }

                trace.WriteEnd();
            }
#pragma warning disable CA1031 // Whatever a user's reducer throws goes to the parent.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                trace.WriteFailure($"{exception.GetType()}: {exception.Message}");
            }
        }
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static string RequestFileIn(string directory) => Path.Combine(directory, "request");

    private static string NameOf<TState>() => typeof(TState).AssemblyQualifiedName!;
}
