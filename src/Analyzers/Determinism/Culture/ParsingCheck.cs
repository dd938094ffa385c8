using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Finds texts that are read in the way of the current culture.</summary>
internal sealed class ParsingCheck : IOperationCheck
{
    private const string Reason = "reads texts as the current culture writes them";

    // NumberStyles.None reads digits only, the others are hexadecimal and binary digits.
    private static readonly HashSet<int> PlainStyles = [0, 512, 515, 1024, 1027];

    public ImmutableArray<OperationKind> Kinds => MemberUse.Kinds;

    public void Check(IOperation operation, BodyReader reader)
    {
        if (MemberUse.Of(operation) is { Method: { IsStatic: true } method } use && !reader.Context.IsSource(method)
            && Of(use, reader) is not Sensitivity.None and var found && !use.Passes(Cultures.IsProvider))
        {
            reader.AddCulture(operation, method, found, Reason, "CultureInfo.InvariantCulture");
        }
    }

    private static Sensitivity Of(MemberUse use, BodyReader reader) => use.Method switch
    {
        { Name: "Parse" or "TryParse" or "ParseExact" or "TryParseExact", ContainingType: var type } => HasPlainStyle(use) ? Sensitivity.None : OfParsed(type, reader),
        { Name: "ChangeType", ContainingType: var type } when type.IsNamed("System", "Convert") => Sensitivity.Opaque,
        { ContainingType: var type, Parameters.Length: 1 or 2 } method when type.IsNamed("System", "Convert") && method.Parameters.Skip(1).All(parameter => Cultures.IsProvider(parameter.Type)) =>
            OfConverted(method.Name, method.Parameters[0].Type, reader.Context.Texts.Of(method.ReturnType)),
        _ => Sensitivity.None,
    };

    private static Sensitivity OfParsed(INamedTypeSymbol type, BodyReader reader) => type switch
    {
        { TypeKind: TypeKind.Interface } => type.ContainingNamespace is { Name: "System" or "Numerics" } ? Sensitivity.Opaque : Sensitivity.None,
        { SpecialType: SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr } => Sensitivity.Sign,
        { SpecialType: not SpecialType.None } => reader.Context.Texts.Of(type),
        { ContainingNamespace.Name: "System", Name: "TimeSpan" } => Sensitivity.Full,
        { ContainingNamespace.Name: "System", Name: "UInt128" } => Sensitivity.Sign,
        _ => reader.Context.Texts.Of(type),
    };

    private static Sensitivity OfConverted(string name, ITypeSymbol text, Sensitivity plain)
    {
        if (text.SpecialType is not (SpecialType.System_String or SpecialType.System_Object) || !name.StartsWith("To", StringComparison.Ordinal)
            || name is "ToString" or "ToBoolean" or "ToChar" or "ToBase64String" or "ToHexString")
        {
            return Sensitivity.None;
        }

        return text.SpecialType == SpecialType.System_Object ? Sensitivity.Opaque : plain == Sensitivity.None ? Sensitivity.Sign : plain;
    }

    private static bool HasPlainStyle(MemberUse use) => (use.Argument("style") ?? use.Argument("styles"))?.ConstantValue is { HasValue: true, Value: int style } && PlainStyles.Contains(style);
}
