namespace Daybook.Analyzers.Determinism;

/// <summary>What can make a replay differ: each kind has a rule of its own.</summary>
internal enum NonDeterminism
{
    Clock,
    TimeZone,
    Random,
    Hash,
    Order,
    Culture,
    Static,
    Mutation,
    LostResult,
    Thread,
    Ambient,
    Environment,
    Process,
    InputOutput,
    Network,
    Service,
    Reflection,
    FloatingPoint,
    GarbageCollection,
    Interop,
    Exception,
    Regex,
    Identity,
    Lazy,
    Annotated,
    Unknown,
}
