using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>MessagePack-CSharp's attributes, where the compilation has them.</summary>
internal sealed class PeerSymbols(Compilation compilation)
{
    public INamedTypeSymbol? Object { get; } = compilation.GetTypeByMetadataName("MessagePack.MessagePackObjectAttribute");

    public INamedTypeSymbol? Key { get; } = compilation.GetTypeByMetadataName("MessagePack.KeyAttribute");

    public INamedTypeSymbol? Union { get; } = compilation.GetTypeByMetadataName("MessagePack.UnionAttribute");

    public INamedTypeSymbol? Ignore { get; } = compilation.GetTypeByMetadataName("MessagePack.IgnoreMemberAttribute");

    public INamedTypeSymbol? Constructor { get; } = compilation.GetTypeByMetadataName("MessagePack.SerializationConstructorAttribute");

    public INamedTypeSymbol? Formatter { get; } = compilation.GetTypeByMetadataName("MessagePack.MessagePackFormatterAttribute");
}
