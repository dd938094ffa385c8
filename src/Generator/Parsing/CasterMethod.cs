using Daybook.Generator.Equatable;
using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

/// <summary>What upcasters and downcasters have in common.</summary>
internal static class CasterMethod
{
    /// <summary>Checks the method, and gives the event that it takes; null when it is declined.</summary>
    public static INamedTypeSymbol? ReadSource(IMethodSymbol method, ShapeProblem signature, KnownSymbols known, DeclarationSink sink, bool takesContext)
    {
        if (method.ReturnType.TypeKind == TypeKind.Error || method.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error))
        {
            sink.Decline();
            return null;
        }

        if (!method.IsStatic)
        {
            sink.Report(ShapeProblem.CasterNotStatic, method.FindLocation(), method.Name);
            return null;
        }

        int count = method.Parameters.Length;
        bool fits = (count == 1 || (count == 2 && takesContext && method.Parameters[1].Type.Is(known.EventContext)))
            && method is { IsGenericMethod: false, IsAsync: false, IsAbstract: false, RefKind: RefKind.None, MethodKind: MethodKind.Ordinary }
            && !method.ContainingType.IsGenericType && !method.ContainingType.ContainingTypes().Any(type => type.IsGenericType)
            && method.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In);
        if (!fits || method.Parameters[0].Type is not INamedTypeSymbol source || !known.IsEvent(source))
        {
            sink.Report(signature, method.FindLocation(), method.Name);
            return null;
        }

        if (!AccessibilityDomain.IsWithinAssembly(method))
        {
            sink.Report(ShapeProblem.CasterNotAccessible, method.FindLocation(), method.Name);
        }

        return source;
    }

    /// <summary>Holds that all events of the method belong to its assembly: a generated part of each is needed.</summary>
    public static void CheckAssembly(IMethodSymbol method, IEnumerable<INamedTypeSymbol?> events, Compilation compilation, DeclarationSink sink)
    {
        if (events.FirstOrDefault(type => !type!.ContainingAssembly.Is(compilation.Assembly)) is { } foreign)
        {
            sink.Report(ShapeProblem.CasterAcrossAssemblies, method.FindLocation(), method.Name, foreign.ToMessage());
        }
    }

    /// <summary>The method as generated code calls it.</summary>
    public static string ToCall(IMethodSymbol method) => $"{method.ContainingType.ToBareCode()}.{Identifier.Escape(method.Name)}";

    /// <summary>The events that a method names, however it is declared.</summary>
    public static EquatableArray<string> EventsOf(IMethodSymbol method, KnownSymbols known) =>
        new(method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).SelectMany(Mentioned).Where(known.IsEvent).Select(type => type.ToBareCode()).Distinct(StringComparer.Ordinal));

    private static IEnumerable<INamedTypeSymbol> Mentioned(ITypeSymbol type) =>
        type is INamedTypeSymbol named ? named.TypeArguments.SelectMany(Mentioned).Prepend(named) : [];
}
