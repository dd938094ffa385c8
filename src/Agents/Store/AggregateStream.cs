namespace Daybook.Agents;

/// <summary>An aggregate is a stream, named by its type, a slash, and its id: so an agent and a task of one id have a version each.</summary>
internal static class AggregateStream
{
    private const char Separator = '/';
    private const string LedgerType = "run";

    internal static string IdOf(string aggregateType, string aggregateId)
    {
        Check(aggregateType, aggregateId);
        return $"{aggregateType}{Separator}{aggregateId}";
    }

    internal static void Check(string aggregateType, string aggregateId)
    {
        ArgumentException.ThrowIfNullOrEmpty(aggregateId);
        CheckName(aggregateType, nameof(aggregateType));
    }

    /// <summary>Refuses to write into what is a ledger's.</summary>
    internal static void CheckWritable(string aggregateType)
    {
        if (string.Equals(aggregateType, LedgerType, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The streams '{LedgerType}/…' are the runs of a ledger: append to them with Ledger or RunRecorder, or call the aggregate something else.", nameof(aggregateType));
        }
    }

    /// <summary>Refuses what cannot stand in an event's name.</summary>
    internal static void CheckName(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name[0] == '$' || name.Any(static c => c is Separator or '@' || char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c)))
        {
            throw new ArgumentException($"'{name}' is no name: write it without blanks, '/' and '@', and without '$' in front.", parameter);
        }
    }

    /// <summary>The type and id of the aggregate that a stream is; null for another stream.</summary>
    internal static (string Type, string Id)? Parse(string streamId)
    {
        int at = streamId.IndexOf(Separator, StringComparison.Ordinal);
        return at > 0 && at + 1 < streamId.Length ? (streamId[..at], streamId[(at + 1)..]) : null;
    }

    /// <summary>The whole name of an event, <c>agent.created</c>, whether or not it was given with the aggregate's type in front.</summary>
    internal static string FullName(string aggregateType, string eventType) =>
        eventType.Contains('.', StringComparison.Ordinal) ? eventType : $"{aggregateType}.{eventType}";

    /// <summary>The name without the aggregate's type; the whole name where it does not begin with that.</summary>
    internal static string ShortName(string aggregateType, string name)
    {
        string prefix = aggregateType + ".";
        bool isOwn = name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && !name.AsSpan(prefix.Length).Contains('.');
        return isOwn ? name[prefix.Length..] : name;
    }
}
