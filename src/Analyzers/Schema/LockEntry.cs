using Microsoft.CodeAnalysis.Text;

namespace Daybook.Analyzers.Schema;

/// <summary>A line of the schema file.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Text">The line.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Record">The members of an event or state; null beside reducers and when the line cannot be read.</param>
internal sealed record LockEntry(LockKey Key, string Text, TextLine Line, SchemaNode? Record)
{
    /// <summary>What stands behind the name.</summary>
    public string Rest => Text.Substring(Key.ToString().Length + 1);
}
