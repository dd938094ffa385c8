using Daybook.Llm;

namespace Daybook.Tests.Llm.Texts;

/// <summary>What the code blocks take for granted: a place to print to, a directory, and streams that somebody has recorded.</summary>
public abstract class TextTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("daybook-");

    /// <summary>What was printed so far.</summary>
    protected string Printed => _output.ToString();

    public void Dispose()
    {
        _directory.Delete(recursive: true);
        _output.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Print(object? line) => _output.WriteLine(line);

    protected void Write(string text) => _output.Write(text);

    /// <summary>A path in a directory that goes away with the test.</summary>
    protected string Local(string path) => Path.Combine(_directory.FullName, path);

    /// <summary>Records an answer: START, the tokens, COMPLETE.</summary>
    protected static async Task RecordAnswerAsync(LlmState.Recorder recorder, string model, params string[] tokens)
    {
        await recorder.RecordStartAsync(new() { Model = model, Prompt = "Say hello." });
        foreach ((int index, string token) in tokens.Index())
        {
            await recorder.RecordTokenAsync(token, index);
        }

        await recorder.RecordCompleteAsync(string.Concat(tokens), tokens.Length);
    }
}
