using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Finds texts that are compared, searched or changed in the way of the current culture.</summary>
internal sealed class ComparisonCheck : IOperationCheck
{
    private const string Compared = "compares texts as the current culture orders them";
    private const string Cased = "changes letters as the current culture does";

    public ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.Invocation, OperationKind.MethodReference];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is IInvocationOperation or IMethodReferenceOperation && MemberUse.Of(operation) is { } use)
        {
            Check(use, reader);
        }
    }

    private static void Check(MemberUse use, BodyReader reader)
    {
        IMethodSymbol method = use.Method;
        switch (method.Name)
        {
            case "ToUpper" or "ToLower" when IsText(method.ContainingType) && !use.Passes(Cultures.IsCulture):
                reader.AddCulture(use.Operation, method, Sensitivity.Full, Cased, $"{method.Name}Invariant");
                break;
            case "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" when IsString(method.ContainingType) && IsString(method.Parameters[0].Type):
                Compare(use, reader, "StringComparison.Ordinal");
                break;
            case "Compare" when IsString(method.ContainingType):
                Compare(use, reader, "StringComparison.Ordinal");
                break;
            case "Replace" when IsString(method.ContainingType) && method.Parameters.Any(parameter => Cultures.IsCulture(parameter.Type)):
                Compare(use, reader, "StringComparison.Ordinal");
                break;
            case "CompareTo" when OrderOf(use, reader) is var sensitivity and not Sensitivity.None:
                reader.AddCulture(use.Operation, method, sensitivity, Compared, IsString(method.ContainingType) ? "string.CompareOrdinal" : "");
                break;
        }
    }

    private static void Compare(MemberUse use, BodyReader reader, string replacement)
    {
        if (use.Passes(Cultures.IsComparison))
        {
            return;
        }

        if (use.Arguments?.Given(Cultures.IsCulture) is not { } culture)
        {
            reader.AddCulture(use.Operation, use.Method, use.Passes(Cultures.IsCulture) ? Sensitivity.None : Sensitivity.Full, Compared, replacement);
        }
        else if (culture.IsInvariant())
        {
            reader.AddCulture(use.Operation, use.Method, Sensitivity.Opaque, "orders letters by the host's culture data, which changes with its version", replacement);
        }
    }

    private static Sensitivity OrderOf(MemberUse use, BodyReader reader) => use.Method.ContainingType switch
    {
        { SpecialType: SpecialType.System_String } => Sensitivity.Full,
        { TypeKind: TypeKind.Interface, TypeArguments.Length: 1 } contract when contract.IsNamed("System", "IComparable") => reader.Context.Keys.Of(contract.TypeArguments[0]),
        { TypeKind: TypeKind.Interface } contract when contract.IsNamed("System", "IComparable") => use.Instance?.WithoutBox().Type is { } type ? reader.Context.Keys.Of(type) : Sensitivity.Opaque,
        var type => type.IsComposed() ? reader.Context.Keys.Of(type) : Sensitivity.None,
    };

    private static bool IsText(ITypeSymbol type) => type.SpecialType is SpecialType.System_String or SpecialType.System_Char || type.IsNamed("System", "MemoryExtensions");

    private static bool IsString(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;
}
