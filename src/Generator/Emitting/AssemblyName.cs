using System.Text;

namespace Daybook.Generator.Emitting;

/// <summary>The assembly's name as the names of generated types hold it.</summary>
internal static class AssemblyName
{
    public static string ToIdentifier(string assembly)
    {
        var text = new StringBuilder();
        foreach (char c in assembly.Where(c => char.IsLetterOrDigit(c) || c == '_'))
        {
            text.Append(c);
        }

        return text.Length == 0 || char.IsDigit(text[0]) ? "_" + text : text.ToString();
    }
}
