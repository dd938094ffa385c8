using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>The user's documentation of a symbol, as it can stand above generated methods.</summary>
internal sealed class Documentation
{
    private readonly ISymbol _symbol;
    private readonly XElement? _comment;

    private Documentation(ISymbol symbol, XElement? comment)
    {
        _symbol = symbol;
        _comment = comment;
    }

    public string Summary => Text(_comment?.Element("summary"), path: "/summary/node()");

    /// <summary>Not looked for where documentation is inherited: an empty element would stand above the method.</summary>
    public string Remarks => _comment?.Element("remarks") is { } remarks ? Text(remarks, path: "/remarks/node()") : "";

    public static Documentation Of(ISymbol symbol, CancellationToken cancellationToken) =>
        new(symbol, Parse(symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken)));

    public string Parameter(string name) => Text(
        _comment?.Elements("param").FirstOrDefault(element => string.Equals(element.Attribute("name")?.Value, name, StringComparison.Ordinal)),
        path: $"/param[@name='{name}']/node()");

    private static XElement? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            // A comment in source is one member element, one from a documentation file is what stands inside of it.
            var root = XElement.Parse($"<doc>{text}</doc>", LoadOptions.PreserveWhitespace);
            return root.Element("member") ?? root;
        }
        catch (XmlException)
        {
            // The compiler has said what is wrong with the comment.
            return null;
        }
    }

    private string Text(XElement? element, string path)
    {
        // What is inherited is not known here; the editor follows the reference.
        if (element is null ? _comment?.Element("inheritdoc") is not null : element.Descendants("inheritdoc").Any(inherited => inherited.Attribute("cref") is null))
        {
            return new XElement("inheritdoc", new XAttribute("cref", _symbol.GetDocumentationCommentId()), new XAttribute("path", path)).ToString();
        }

        if (element is null)
        {
            return "";
        }

        // The methods' parameters have other names, or there is only one: the whole event.
        foreach (XElement reference in element.Descendants("paramref").ToList())
        {
            reference.ReplaceWith(ToMember(reference.Attribute("name")?.Value ?? ""));
        }

        return Unindent(string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))));
    }

    private XElement ToMember(string parameter)
    {
        ISymbol? member = (_symbol as INamedTypeSymbol)?.GetMembers(parameter).FirstOrDefault();
        return member is null ? new XElement("c", parameter) : new XElement("see", new XAttribute("cref", member.GetDocumentationCommentId()));
    }

    private static string Unindent(string text)
    {
        string[] lines = [.. text.Replace("\r\n", "\n").Split('\r', '\n').Select(line => line.TrimEnd())];
        int margin = lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        IEnumerable<string> unindented = lines.Select((line, index) => index == 0 ? line.TrimStart() : line.Substring(Math.Min(margin, line.Length)));

        // These three end a line in C#, and so would end the comment.
        return string.Join("\n", unindented).Trim('\n').Replace("\u0085", "&#x85;").Replace("\u2028", "&#x2028;").Replace("\u2029", "&#x2029;");
    }
}
