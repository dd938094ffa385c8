using System.Globalization;
using Daybook.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Daybook.Generator.Parsing;

/// <summary>Checks what events and states have in common, and finds where their generated part belongs.</summary>
internal sealed class DeclarationParser(INamedTypeSymbol type, string word, DeclarationSink sink, CancellationToken cancellationToken)
{
    public void Check()
    {
        Location? place = type.FindLocation();
        if (type.Name.Length == 0)
        {
            sink.Decline();
        }

        if (!type.IsRecord)
        {
            sink.Report(ShapeProblem.NotARecord, place, word, type.Name);
        }

        if (!type.IsPartial(cancellationToken))
        {
            sink.Report(ShapeProblem.NotPartial, place, word, type.Name);
        }

        if (type.IsGenericType)
        {
            sink.Report(ShapeProblem.Generic, place, word, type.Name);
        }

        if (type.IsAbstract)
        {
            sink.Report(ShapeProblem.Abstract, place, word, type.Name);
        }

        if (type.IsFileLocal || type.ContainingTypes().Any(container => container.IsFileLocal))
        {
            sink.Report(ShapeProblem.CannotBeNamed, place, word, type.Name);
        }

        if (type.ContainingTypes().Prepend(type).Any(one => one.IsObsoleteError()))
        {
            sink.Report(ShapeProblem.ObsoleteMember, place, type.Name);
        }

        foreach (INamedTypeSymbol container in type.ContainingTypes().Where(container => !container.IsPartial(cancellationToken)))
        {
            sink.Report(ShapeProblem.ContainingTypeNotPartial, place, word, type.Name, container.Name);
        }
    }

    /// <summary>Reads name and version from the attribute, and checks them.</summary>
    public (string Name, int Version)? ReadAttribute(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length != 1 || attribute.ConstructorArguments[0].Kind == TypedConstantKind.Error)
        {
            sink.Decline();
            return null;
        }

        string name = attribute.ConstructorArguments[0].Value as string ?? "";
        int version = EventIdentity.VersionOf(attribute);
        if (!WireName.IsValid(name))
        {
            sink.Report(ShapeProblem.BadName, NameLocation(attribute), word, name);
        }

        if (version < 1)
        {
            sink.Report(ShapeProblem.BadVersion, attribute.ToLocation("Version", cancellationToken), word, type.Name, version.ToString(CultureInfo.InvariantCulture));
        }

        return (name, version);
    }

    public Containment ReadContainment() => new()
    {
        Namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
        Types = new([.. type.ContainingTypes().Reverse().Append(type).Select(link => $"{Keyword(link)} {Identifier.Escape(link.Name)}")]),
        FileName = string.Join(".", type.ContainingTypes().Reverse().Append(type).Select(link => link.MetadataName).Prepend(type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString()).Where(part => part.Length > 0)),
    };

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        _ => "class",
    };

    private Location? NameLocation(AttributeData attribute)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        return syntax?.ArgumentList?.Arguments.FirstOrDefault()?.GetLocation() ?? attribute.ToLocation(cancellationToken);
    }
}
