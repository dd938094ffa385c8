namespace Daybook.Tests;

/// <summary>The code block that a test is the counterpart of: its number in its document, from 1.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CodeBlockAttribute(int number) : Attribute
{
    internal int Number { get; } = number;
}
