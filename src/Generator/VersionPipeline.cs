using System.Collections.Immutable;
using Daybook.Generator.Equatable;
using Daybook.Generator.Model;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator;

/// <summary>The steps that bring events and their older versions together.</summary>
internal sealed class VersionPipeline
{
    public VersionPipeline(
        IncrementalValuesProvider<Parsed<EventModel>> parsed,
        IncrementalValuesProvider<EventModel> events,
        IncrementalValuesProvider<Parsed<UpcasterModel>> upcasters,
        IncrementalValuesProvider<Parsed<DowncasterModel>> downcasters)
    {
        IncrementalValueProvider<ImmutableArray<DowncasterModel>> usable = downcasters.Where(static item => item.Model is not null).Select(static (item, _) => item.Model!).Collect();
        IncrementalValuesProvider<Parsed<RecordingModel>> recordings = events.Where(static model => model.WriteVersion > 0)
            .Combine(events.Collect())
            .Combine(usable)
            .Select(static (input, _) => new Parsed<RecordingModel>(
                Recording.Resolve(input.Left.Left, input.Left.Right, input.Right), new([input.Left.Left.Record.Type])))
            .WithTrackingName(TrackingNames.Recordings);
        Recordings = recordings.Where(static item => item.Model is not null).Select(static (item, _) => item.Model!);
        Unrecordable = Declined(recordings);
        Graph = upcasters.Collect()
            .Combine(Declined(parsed))
            .Combine(Declined(downcasters))
            .Combine(Unrecordable)
            .Select(static (input, _) => new UpcastGraph(
                input.Left.Left.Left.Select(item => item.Model).OfType<UpcasterModel>(),
                input.Left.Left.Left.Where(item => item.Model is null).SelectMany(item => item.Events).Concat(input.Left.Left.Right).Concat(input.Left.Right).Concat(input.Right)))
            .WithTrackingName(TrackingNames.Upcasters);
        Versions = events.Combine(Graph)
            .Select(static (input, _) => EventVersionsModel.Of(input.Left, input.Right))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Versions);
    }

    /// <summary>What leads where.</summary>
    public IncrementalValueProvider<UpcastGraph> Graph { get; }

    /// <summary>The events with older versions, and those themselves.</summary>
    public IncrementalValuesProvider<EventVersionsModel> Versions { get; }

    /// <summary>The events that are recorded as an older version.</summary>
    public IncrementalValuesProvider<RecordingModel> Recordings { get; }

    /// <summary>The events that should be, and cannot.</summary>
    public IncrementalValueProvider<EquatableArray<string>> Unrecordable { get; }

    private static IncrementalValueProvider<EquatableArray<string>> Declined<T>(IncrementalValuesProvider<Parsed<T>> parsed)
        where T : class =>
        parsed.Where(static item => item.Model is null).Collect()
            .Select(static (items, _) => new EquatableArray<string>(items.SelectMany(item => item.Events).OrderBy(type => type, StringComparer.Ordinal)));
}
