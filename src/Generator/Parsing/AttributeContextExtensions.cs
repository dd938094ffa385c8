using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Questions to what an attribute was found on.</summary>
internal static class AttributeContextExtensions
{
    /// <summary>Whether this is the first of several attributes of the kind: a second one is an error, and must not lead to a second file.</summary>
    public static bool IsFirst(this GeneratorAttributeSyntaxContext context)
    {
        AttributeData? first = context.TargetSymbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(context.Attributes[0].AttributeClass));
        return first?.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == context.TargetNode.SyntaxTree
            && context.TargetNode.Span.Contains(reference.Span);
    }
}
