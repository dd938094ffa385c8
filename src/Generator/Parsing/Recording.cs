using Daybook.Generator.Equatable;
using Daybook.Generator.Model;

namespace Daybook.Generator.Parsing;

/// <summary>Finds out how an event is recorded as an older version of itself.</summary>
internal static class Recording
{
    /// <summary>The way to write the older version; null when there is none.</summary>
    /// <param name="model">An event with a version to write.</param>
    /// <param name="events">All events.</param>
    /// <param name="downcasters">All downcasters.</param>
    /// <param name="report">Hears why there is none, and of which member that is.</param>
    public static RecordingModel? Resolve(
        EventModel model, IEnumerable<EventModel> events, IEnumerable<DowncasterModel> downcasters, Action<ShapeProblem, string>? report = null)
    {
        RecordModel record = model.Record;
        RecordModel? older = events.Select(other => other.Record)
            .FirstOrDefault(other => other.Version == model.WriteVersion && string.Equals(other.Name, record.Name, StringComparison.Ordinal));
        if (older is null)
        {
            report?.Invoke(ShapeProblem.WriteVersionUnknown, "");
            return null;
        }

        DowncasterModel? downcaster = downcasters.FirstOrDefault(item =>
            string.Equals(item.Source, record.Type, StringComparison.Ordinal) && string.Equals(item.Target, older.Type, StringComparison.Ordinal));
        RecordComposite? members = downcaster is null ? ByName((RecordComposite)older.Composites[0], (RecordComposite)record.Composites[0], report) : null;
        return downcaster is null && members is null ? null : new()
        {
            Containment = record.Containment,
            Type = record.Type,
            Older = older.Type,
            Call = downcaster?.Call ?? "",
            Members = members,
        };
    }

    // The members of the newer version at the keys of the older one, so that nothing has to be made to write them.
    private static RecordComposite? ByName(RecordComposite older, RecordComposite newer, Action<ShapeProblem, string>? report)
    {
        var members = new List<MemberModel>();
        foreach (MemberModel member in older.Members)
        {
            MemberModel? same = newer.Members.FirstOrDefault(other =>
                string.Equals(other.Name, member.Name, StringComparison.Ordinal) && string.Equals(other.Value.Type, member.Value.Type, StringComparison.Ordinal));
            if (same is null)
            {
                report?.Invoke(ShapeProblem.NoDowncaster, member.Name);
                return null;
            }

            members.Add(same with { Key = member.Key });
        }

        return newer with { Members = new EquatableArray<MemberModel>(members) };
    }
}
