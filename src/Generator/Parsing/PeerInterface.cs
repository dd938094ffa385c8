using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Looks whether MessagePack-CSharp's formatters are those that the generator can write.</summary>
internal static class PeerInterface
{
    private const string Formatter = "MessagePack.Formatters.IMessagePackFormatter`1";
    private const string Resolver = "MessagePack.IFormatterResolver";
    private const string Writer = "MessagePack.MessagePackWriter";
    private const string Reader = "MessagePack.MessagePackReader";
    private const string Exclusion = "MessagePack.ExcludeFormatterFromSourceGeneratedResolverAttribute";

    // All that an implementation has to implement, as declared at tag v3.1.8.
    private static readonly string[] FormatterMembers =
    [
        "T Deserialize(ref MessagePack.MessagePackReader, MessagePack.MessagePackSerializerOptions)",
        "void Serialize(ref MessagePack.MessagePackWriter, T, MessagePack.MessagePackSerializerOptions)",
    ];

    private static readonly string[] ResolverMembers = ["MessagePack.Formatters.IMessagePackFormatter<T> GetFormatter<T>()"];

    private static readonly SymbolDisplayFormat Signature = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    public static PeerFormatters Find(Compilation compilation)
    {
        if (FindType(compilation, Formatter) is not { } formatter)
        {
            return PeerFormatters.None;
        }

        // The interface of 2.x is the same; its layouts are compared with nothing.
        bool isOlder = formatter.ContainingAssembly.Identity is { Name: "MessagePack", Version.Major: 2 };
        INamedTypeSymbol? writer = FindType(compilation, Writer);
        bool isKnown = !isOlder
            && IsExactly(formatter, FormatterMembers)
            && IsExactly(FindType(compilation, Resolver), ResolverMembers)
            && Has(writer, "void WriteRaw(System.ReadOnlySpan<System.Byte>)")
            && Has(FindType(compilation, Reader), "System.Buffers.ReadOnlySequence<System.Byte> ReadRaw()");
        return !isKnown
            ? PeerFormatters.Unknown
            : PeerFormatters.Known
                | (Has(writer, "System.Boolean OldSpec") ? PeerFormatters.OldSpec : PeerFormatters.None)
                | (FindType(compilation, Exclusion) is null ? PeerFormatters.None : PeerFormatters.Exclusion);
    }

    /// <summary>The assembly that the interface comes from.</summary>
    public static AssemblyIdentity? FindAssembly(Compilation compilation) => FindType(compilation, Formatter)?.ContainingAssembly.Identity;

    // Libraries may carry a copy of their own that nobody else sees.
    private static INamedTypeSymbol? FindType(Compilation compilation, string name)
    {
        INamedTypeSymbol[] types = [.. compilation.GetTypesByMetadataName(name).Where(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))];
        return types.Length == 1 ? types[0] : null;
    }

    private static bool IsExactly(INamedTypeSymbol? type, string[] members) =>
        type is { TypeKind: TypeKind.Interface }
        && type.AllInterfaces.Add(type).SelectMany(part => part.GetMembers()).Where(member => member.IsAbstract).Select(ToSignature)
            .OrderBy(member => member, StringComparer.Ordinal).SequenceEqual(members, StringComparer.Ordinal);

    private static bool Has(INamedTypeSymbol? type, string member) =>
        type?.GetMembers().Any(other => other.DeclaredAccessibility == Accessibility.Public && string.Equals(ToSignature(other), member, StringComparison.Ordinal)) is true;

    private static string ToSignature(ISymbol member) => member.ToDisplayString(Signature).Replace("scoped ", "");
}
