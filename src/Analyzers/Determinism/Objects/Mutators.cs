using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Order;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>Knows which methods of the framework change an object.</summary>
internal static class Mutators
{
    // The framework names its methods with care: these words begin no member of its mutable types that only reads.
    private static readonly ImmutableArray<string> Verbs =
    [
        "Add", "Append", "Clear", "Dequeue", "Enqueue", "ExceptWith", "Fill", "GetOrAdd", "Insert", "IntersectWith", "Merge", "Move", "Pop", "Push", "Remove", "Replace",
        "Resize", "Reverse", "Set", "Shuffle", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "TryPush", "TryRemove", "TryTake", "TryUpdate", "UnionWith", "Write",
    ];

    private static readonly ImmutableArray<string> Readers = ["SetEquals"];

    private static readonly ImmutableArray<string> Operators = ["And", "Or", "Xor", "Not", "LeftShift", "RightShift"];

    private static readonly ImmutableArray<string> Destinations = ["array", "destination", "destinationArray", "destinationIndex", "dst", "buffer"];

    // What is only read is given as a read-only span.
    private static readonly ImmutableArray<string> Outputs = ["destination", "utf8Destination", "bytes", "chars", "buffer"];

    /// <summary>Whether an instance method changes the object that it is called on.</summary>
    public static bool Changes(IMethodSymbol method) => !method.IsStatic && method.ContainingType is { } type
        && (HasVerb(method) ? IsMutable(type) : type.Name is "BitArray" && Operators.Contains(method.Name, StringComparer.Ordinal) && type.IsIn("System", "Collections"));

    /// <summary>Whether a method changes what it is given as that parameter.</summary>
    public static bool Changes(IMethodSymbol method, IParameterSymbol parameter) =>
        parameter.Ordinal == 0 && method.IsStatic && IsHelper(method.ContainingType) ? HasVerb(method)
        : method.Name.StartsWith("CopyTo", StringComparison.Ordinal) || method.Name is "TryCopyTo" or "Copy" or "ConstrainedCopy" or "BlockCopy"
            ? parameter.Type is IArrayTypeSymbol or { Name: "Array" } or { Name: "Span" or "Memory" } && Destinations.Contains(parameter.Name, StringComparer.Ordinal)
            : IsOutput(method, parameter)
                || (method.Name is "Shuffle" or "Fill" && parameter.Ordinal == 0 && parameter.Type is IArrayTypeSymbol or { Name: "Span" } && (method.ContainingType.Name is "Random" or "RandomNumberGenerator"));

    /// <summary>Whether a method writes its result to where a parameter says.</summary>
    private static bool IsOutput(IMethodSymbol method, IParameterSymbol parameter) => method.ContainingType.IsInSystem() && parameter.Type switch
    {
        { Name: "Span" or "Memory" } view => view.IsView() && Outputs.Contains(parameter.Name, StringComparer.Ordinal),
        IArrayTypeSymbol => parameter.Name switch
        {
            "destination" => true,
            "bytes" => method.Name is "GetBytes" && method.ContainingType.IsIn("System", "Text"),
            "chars" => method.Name is "GetChars" && method.ContainingType.IsIn("System", "Text"),
            _ => false,
        },
        _ => false,
    };

    private static bool HasVerb(IMethodSymbol method) =>
        Verbs.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal) && (method.Name.Length == verb.Length || !char.IsLower(method.Name[verb.Length])))
        && !Readers.Contains(method.Name, StringComparer.Ordinal);

    private static bool IsHelper(INamedTypeSymbol type) =>
        (type.Name is "Array" or "MemoryExtensions" && type.IsIn("System"))
        || (type.Name is "CollectionExtensions" && type.IsIn("System", "Collections", "Generic"))
        || (type.Name is "CollectionsMarshal" && type.IsIn("System", "Runtime", "InteropServices"))
        || (type.Name is "BinaryPrimitives" && type.IsIn("System", "Buffers", "Binary"));

    private static bool IsMutable(INamedTypeSymbol type) =>
        type.IsIn("System", "Collections", "Generic") || type.IsIn("System", "Collections") || type.IsIn("System", "Collections", "ObjectModel")
        || type.IsIn("System", "Collections", "Concurrent") || type.IsIn("System", "Collections", "Specialized")
        || (type.IsIn("System", "Collections", "Immutable") && type.Name is "Builder")
        || (type.IsIn("System", "Text") && type.Name is "StringBuilder")
        || type.IsIn("System", "Text", "Json", "Nodes") || type.IsIn("System", "Xml", "Linq") || type.IsIn("System", "IO") || type.IsIn("System", "Buffers")
        || type.SpecialType == SpecialType.System_Array || type.IsView();
}
