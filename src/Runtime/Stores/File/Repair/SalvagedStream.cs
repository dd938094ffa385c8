namespace Daybook.Stores;

/// <summary>What has become of a stream in the new store.</summary>
/// <param name="start">The stream as it was first met.</param>
internal sealed class SalvagedStream(StreamHead start)
{
    internal StreamHead Start => start;

    /// <summary>The streams that take its events: its own name, and one for what comes behind each gap.</summary>
    internal List<string> Names { get; } = [];

    /// <summary>The sequence that comes next if nothing is missing.</summary>
    internal long Next { get; set; } = start.FirstSequence;
}
