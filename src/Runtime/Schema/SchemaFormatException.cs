namespace Daybook.Schema;

/// <summary>A schema line does not follow the grammar of docs/schema.md.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="position">Index in the line, in chars, where it is wrong.</param>
public sealed class SchemaFormatException(string message, int position) : DaybookException($"{message} (at character {position})")
{
    /// <summary>Index in the line, in chars, where it is wrong.</summary>
    public int Position { get; } = position;
}
