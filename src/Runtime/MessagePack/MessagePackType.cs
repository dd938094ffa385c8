namespace Daybook.MessagePack;

/// <summary>The type families of the MessagePack specification.</summary>
public enum MessagePackType
{
    /// <summary>nil</summary>
    Nil,

    /// <summary>true or false</summary>
    Boolean,

    /// <summary>Any integer encoding, signed or unsigned.</summary>
    Integer,

    /// <summary>float 32 or float 64</summary>
    Float,

    /// <summary>str</summary>
    String,

    /// <summary>bin</summary>
    Binary,

    /// <summary>array</summary>
    Array,

    /// <summary>map</summary>
    Map,

    /// <summary>ext, of any application or predefined type (timestamps too).</summary>
    Extension,
}
