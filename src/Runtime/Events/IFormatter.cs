namespace Daybook;

/// <summary>
/// Converts between a type and another one that can be recorded, which gives the bytes and the schema. Named by
/// <see cref="FormatterAttribute"/>. Null is nil, and no business of a formatter's.
/// </summary>
/// <typeparam name="T">The type that the program uses.</typeparam>
/// <typeparam name="TWire">The type that is recorded in its place.</typeparam>
public interface IFormatter<T, TWire>
{
    /// <summary>Converts a value before it is written.</summary>
    /// <param name="value">The value.</param>
    /// <returns>What is recorded.</returns>
    static abstract TWire ToWire(T value);

    /// <summary>Converts a value after it was read.</summary>
    /// <param name="wire">What was recorded.</param>
    /// <returns>The value.</returns>
    static abstract T FromWire(TWire wire);
}
