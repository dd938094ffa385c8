using Daybook.Schema;

namespace Daybook.Stores;

/// <summary>A group as far as it says something by itself.</summary>
internal sealed record SalvagedGroup
{
    internal required GroupHead Head { get; init; }

    /// <summary>The stream that the group introduces to its segment; null for none.</summary>
    internal required StreamHead? Definition { get; init; }

    /// <summary>The stream that it is about; null for none.</summary>
    internal StreamHead? Stream { get; init; }

    /// <summary>Of an append where its metadata and events begin.</summary>
    internal int EventsAt { get; init; }

    /// <summary>Of a replacement the new type.</summary>
    internal RecordSchema? Schema { get; init; }

    /// <summary>Of a replacement the new payload.</summary>
    internal byte[] Payload { get; init; } = [];
}
