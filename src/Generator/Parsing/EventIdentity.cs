using System.Globalization;
using Daybook.Generator.Equatable;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>Reads what an event is and was called, and its versions.</summary>
internal static class EventIdentity
{
    public static string NameOf(INamedTypeSymbol type, KnownSymbols known) =>
        type.FindAttribute(known.Event) is { ConstructorArguments.Length: 1 } attribute ? attribute.ConstructorArguments[0].Value as string ?? "" : "";

    public static int VersionOf(INamedTypeSymbol type, KnownSymbols known) => type.FindAttribute(known.Event) is { } attribute ? VersionOf(attribute) : 1;

    public static int VersionOf(AttributeData attribute) => attribute.NamedValue("Version") is int version ? version : 1;

    public static IEnumerable<string> FormerNamesOf(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key is "FormerNames").Value is { Kind: TypedConstantKind.Array, IsNull: false } names
            ? names.Values.Select(name => name.Value as string ?? "")
            : [];

    /// <summary>Reads and checks what is particular to events.</summary>
    public static (EquatableArray<string> FormerNames, int WriteVersion) Read(INamedTypeSymbol type, KnownSymbols known, DeclarationSink sink, CancellationToken cancellationToken)
    {
        if (type.FindAttribute(known.Event) is not { } attribute)
        {
            return default;
        }

        string own = NameOf(type, known);
        var formerNames = new List<string>();
        foreach (string name in FormerNamesOf(attribute))
        {
            if (!WireName.IsValid(name) || string.Equals(name, own, StringComparison.Ordinal) || formerNames.Contains(name))
            {
                sink.Report(ShapeProblem.BadFormerName, attribute.ToLocation("FormerNames", cancellationToken), name, type.Name);
            }

            formerNames.Add(name);
        }

        int version = VersionOf(attribute);
        int writeVersion = attribute.NamedValue("WriteVersion") is int number ? number : 0;
        if (writeVersion < 0 || (writeVersion > 0 && writeVersion >= version))
        {
            sink.Report(
                ShapeProblem.BadWriteVersion,
                attribute.ToLocation("WriteVersion", cancellationToken),
                type.Name,
                writeVersion.ToString(CultureInfo.InvariantCulture),
                version.ToString(CultureInfo.InvariantCulture));
        }

        return (new(formerNames), writeVersion);
    }
}
