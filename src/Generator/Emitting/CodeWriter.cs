using System.Text;

namespace Daybook.Generator.Emitting;

/// <summary>Writes lines of code: owns indentation, braces and line ends.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isBehindBlock;

    /// <summary>Writes one or more lines; a blank one goes before them where a block has just ended.</summary>
    public void Line(string lines = "")
    {
        foreach (string line in lines.Split('\n'))
        {
            if (line.Length > 0)
            {
                bool continues = line[0] == '}' || line is "else";
                _text.Append(_isBehindBlock && !continues ? "\n" : "").Append(' ', _depth * IndentSize).Append(line);
            }

            _text.Append('\n');
            _isBehindBlock = false;
        }
    }

    /// <summary>Writes lines and opens a block behind them.</summary>
    public void Open(string lines)
    {
        Line(lines);
        OpenBlock();
    }

    /// <summary>Opens a block of its own.</summary>
    public void OpenBlock()
    {
        Line("{");
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Line("}");
        _isBehindBlock = true;
    }

    public void Indent() => _depth++;

    public void Outdent() => _depth--;

    public override string ToString() => _text.ToString();
}
