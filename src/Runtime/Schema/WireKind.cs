namespace Daybook.Schema;

/// <summary>The types of the schema language (docs/schema.md); each has one layout on the wire.</summary>
public enum WireKind
{
    /// <summary><c>bool</c>: true or false.</summary>
    Boolean,

    /// <summary><c>int8</c></summary>
    Int8,

    /// <summary><c>int16</c></summary>
    Int16,

    /// <summary><c>int32</c></summary>
    Int32,

    /// <summary><c>int64</c></summary>
    Int64,

    /// <summary><c>uint8</c></summary>
    UInt8,

    /// <summary><c>uint16</c></summary>
    UInt16,

    /// <summary><c>uint32</c></summary>
    UInt32,

    /// <summary><c>uint64</c></summary>
    UInt64,

    /// <summary><c>float32</c></summary>
    Float32,

    /// <summary><c>float64</c></summary>
    Float64,

    /// <summary><c>decimal</c>: invariant text.</summary>
    Decimal,

    /// <summary><c>char</c>: a UTF-16 code unit as integer.</summary>
    Char,

    /// <summary><c>string</c>: str.</summary>
    String,

    /// <summary><c>bytes</c>: bin.</summary>
    Bytes,

    /// <summary><c>guid</c>: text of 36 characters.</summary>
    Guid,

    /// <summary><c>datetime</c>: timestamp extension, UTC.</summary>
    DateTime,

    /// <summary><c>datetimeoffset</c>: array of clock time and offset in minutes.</summary>
    DateTimeOffset,

    /// <summary><c>timespan</c>: ticks of 100 ns.</summary>
    TimeSpan,

    /// <summary><c>date</c>: days since 0001-01-01.</summary>
    Date,

    /// <summary><c>time</c>: ticks of 100 ns since midnight.</summary>
    Time,

    /// <summary><c>uri</c>: text.</summary>
    Uri,

    /// <summary><c>version</c>: text.</summary>
    Version,

    /// <summary><c>json</c>: compact JSON text.</summary>
    Json,

    /// <summary><c>list&lt;T&gt;</c>: array.</summary>
    List,

    /// <summary><c>set&lt;T&gt;</c>: array whose order means nothing.</summary>
    Set,

    /// <summary><c>map&lt;K, V&gt;</c>: map whose order means nothing.</summary>
    Map,

    /// <summary><c>tuple&lt;A, B&gt;</c>: array of exactly these.</summary>
    Tuple,

    /// <summary><c>enum Name: int32 {A = 0}</c>: integer.</summary>
    Enum,

    /// <summary><c>Name(0 Member: type)</c>: array with each member at the index of its key.</summary>
    Record,

    /// <summary><c>union Name {0: A(…), 1: B(…)}</c>: array of tag and body.</summary>
    Union,

    /// <summary><c>ref Name</c>: the nearest enclosing record or union of that name.</summary>
    Reference,
}
