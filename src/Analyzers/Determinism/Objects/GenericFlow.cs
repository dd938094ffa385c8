using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>
/// Says where the objects come from that methods of other assemblies give. Their signatures tell it: an object of a type
/// parameter can only come from arguments that mention the type parameter.
/// </summary>
internal sealed class GenericFlow(ObjectFlow flow)
{
    /// <summary>What a call returns.</summary>
    public ObjectValue Of(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.OriginalDefinition;
        if (method.ReturnType is ITypeParameterSymbol parameter)
        {
            return From(call, parameter);
        }

        ObjectValue value = Containing(call, method.ReturnType);
        if (IsSame(call))
        {
            IOperation? source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
            return value with { Self = flow.Of(source).Self };
        }

        return method.Name is "Clone" ? flow.Of(call.Instance).Copy() : value;
    }

    /// <summary>What a call stores to a variable that it is given.</summary>
    public ObjectValue OutOf(IInvocationOperation call, IParameterSymbol parameter) => flow.IsSource(call.TargetMethod) ? ObjectValue.Fresh : Typed(call, parameter.OriginalDefinition.Type);

    /// <summary>What a call hands to a parameter of the lambda that it is given.</summary>
    public ObjectValue GivenTo(IInvocationOperation call, IParameterSymbol parameter, int ordinal) =>
        parameter.OriginalDefinition.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && ordinal < invoke.Parameters.Length ? Typed(call, invoke.Parameters[ordinal].Type) : ObjectValue.Fresh;

    private static bool IsSame(IInvocationOperation call) =>
        call.Type.IsView() || call.Type.IsLinked() || call.TargetMethod.Name is "AsEnumerable" or "AsReadOnly" or "GetViewBetween" || (call.Type is { Name: "StringBuilder" } && call.Instance?.Type is { Name: "StringBuilder" });

    private ObjectValue Typed(IInvocationOperation call, ITypeSymbol type) => type is ITypeParameterSymbol parameter ? From(call, parameter) : Containing(call, type);

    private ObjectValue Containing(IInvocationOperation call, ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => From(call, parameter).Wrap(),
        IArrayTypeSymbol array => Containing(call, array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Aggregate(ObjectValue.Fresh, (all, argument) => all.Join(Containing(call, argument))),
        _ => ObjectValue.Fresh,
    };

    private ObjectValue From(IInvocationOperation call, ITypeParameterSymbol parameter)
    {
        ObjectValue value = parameter.TypeParameterKind == TypeParameterKind.Type ? flow.Of(call.Instance).Element() : ObjectValue.Fresh;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: not RefKind.Out } given)
            {
                value = value.Join(From(argument.Value, given.OriginalDefinition.Type, parameter));
            }
        }

        return value;
    }

    private ObjectValue From(IOperation argument, ITypeSymbol type, ITypeParameterSymbol parameter)
    {
        if (IsSame(type, parameter))
        {
            return flow.Of(argument);
        }

        if (type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
        {
            return VariableReader.FunctionOf(argument) is not { } lambda || !Mentions(invoke.ReturnType, parameter) ? ObjectValue.Fresh
                : IsSame(invoke.ReturnType, parameter) ? flow.Of(lambda) : flow.Of(lambda).Element();
        }

        return Mentions(type, parameter) ? flow.Of(argument).Element() : ObjectValue.Fresh;
    }

    private static bool IsSame(ITypeSymbol type, ITypeParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(type, parameter);

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
        _ => IsSame(type, parameter),
    };
}
