namespace Daybook.FileStoreTests;

/// <summary>What a power loss left of a piece that no flush had made sure.</summary>
internal enum PieceState
{
    Lost,
    There,

    /// <summary>The file has grown over the piece, but its bytes never came.</summary>
    Hole,
}
