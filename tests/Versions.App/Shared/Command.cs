namespace Versions.App;

/// <summary>What a program is told to do.</summary>
/// <param name="Do">The verb.</param>
/// <param name="Stream">The stream that it is about.</param>
/// <param name="Minute">When it happens, counted from <see cref="Start"/>.</param>
internal sealed record Command(string Do, string Stream = "", int Minute = 0)
{
    internal static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A customer, an author, a viewer or a carrier.</summary>
    public string? Who { get; init; }

    /// <summary>A product, a text, or a payment.</summary>
    public string? What { get; init; }

    /// <summary>Where the customer came from.</summary>
    public string? Where { get; init; }

    /// <summary>Pieces, grams, points, or how many notes are to be made.</summary>
    public int Count { get; init; }

    public decimal Price { get; init; }

    /// <summary>Makes the event's id, for a command that may come twice.</summary>
    public string? Key { get; init; }

    /// <summary>The last sequence to look at, or the first one to replay.</summary>
    public long? Sequence { get; init; }

    /// <summary>The last minute to look at.</summary>
    public int? UpTo { get; init; }

    internal DateTimeOffset Time => Start.AddMinutes(Minute);
}
