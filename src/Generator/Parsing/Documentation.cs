using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Takes texts out of the user's documentation, for the generated methods.</summary>
internal static class Documentation
{
    public static string Summary(ISymbol symbol, CancellationToken cancellationToken) => Text(Read(symbol, cancellationToken)?.Element("summary"));

    public static string Parameter(INamedTypeSymbol type, string name, CancellationToken cancellationToken) =>
        Text(Read(type, cancellationToken)?.Elements("param").FirstOrDefault(element => string.Equals(element.Attribute("name")?.Value, name, StringComparison.Ordinal)));

    private static XElement? Read(ISymbol symbol, CancellationToken cancellationToken)
    {
        string? text = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : XElement.Parse(text);
        }
        catch (XmlException)
        {
            // The compiler has said what is wrong with the comment.
            return null;
        }
    }

    private static string Text(XElement? element) =>
        element is null ? "" : string.Join(" ", string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))).Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
