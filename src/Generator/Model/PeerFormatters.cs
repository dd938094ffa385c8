namespace Daybook.Generator.Model;

/// <summary>What the compilation has of MessagePack-CSharp's formatters.</summary>
[Flags]
internal enum PeerFormatters
{
    /// <summary>None that it could name.</summary>
    None = 0,

    /// <summary>An interface that is not that of 3.x.</summary>
    Unknown = 1,

    /// <summary>The interface of 3.x.</summary>
    Known = 2,

    /// <summary>Its writer can be asked for the old specification.</summary>
    OldSpec = 4,

    /// <summary>The attribute that keeps a formatter out of its own generator and analyzers.</summary>
    Exclusion = 8,
}
