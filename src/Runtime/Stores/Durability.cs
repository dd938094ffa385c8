namespace Daybook;

/// <summary>What an acknowledged append survives.</summary>
public enum Durability
{
    /// <summary>Whatever the store is set to; a store is set to <see cref="Flushed"/> unless told otherwise.</summary>
    StoreDefault,

    /// <summary>A killed process and a power loss.</summary>
    Flushed,

    /// <summary>A killed process, not a power loss: the bytes were handed to the operating system.</summary>
    Written,
}
