namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>What of a body a fact is about: what happens when it runs, or what happens to one of the objects it is given, makes or gives back.</summary>
internal static class Slot
{
    /// <summary>Running it.</summary>
    public const int Run = -1;

    /// <summary>The object it is called on; parameters count from 0.</summary>
    public const int Receiver = 0x7000;

    /// <summary>What it returns.</summary>
    public const int Return = 0x7001;

    /// <summary>What a static field or property holds: the body is the field's or the property's.</summary>
    public const int Content = 0x7002;

    private const int FirstResult = 0x8000;

    private const int InsideBit = 1 << 24;

    private const int OrderBit = 1 << 25;

    /// <summary>What one of its calls returns.</summary>
    public static int Result(int call) => FirstResult + call;

    /// <summary>What is reached through the members of such an object.</summary>
    public static int Inside(int slot) => slot | InsideBit;

    /// <summary>The order of the elements of an object that is given or returned: it matters where the object has none.</summary>
    public static int Order(int slot) => slot | OrderBit;

    /// <summary>Whether it is about the order of elements.</summary>
    public static bool IsOrder(int slot) => (slot & OrderBit) != 0;

    /// <summary>Whether it is about running, or about what the caller gives.</summary>
    public static bool IsGiven(int slot) => slot == Run || (slot & ~InsideBit) <= Receiver;
}
