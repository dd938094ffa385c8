namespace Daybook;

/// <summary>A line of an export cannot be used. Nothing of it was written; what stands before it may have been, and is known when the import is started again.</summary>
/// <param name="line">The number of the line, from 1.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public sealed class ExportFormatException(long line, string problem, Exception? innerException = null)
    : DaybookException($"Line {line} of the export {problem}; take an undamaged copy of the file and import again.", innerException)
{
    /// <summary>The number of the line, from 1.</summary>
    public long Line { get; } = line;
}
