using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Follows every use of a member that the text shows: calls, accessors, operators, conversions, constructors, method groups.</summary>
internal sealed class CallCheck : IOperationCheck
{
    public void Check(IOperation operation, BodyReader reader)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke }:
                break;
            case IInvocationOperation call:
                reader.Body.IsChained |= IsChain(call, reader);
                Use(reader, call, call.TargetMethod, call.IsVirtual ? ReceiverOf(call) : null);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                Use(reader, operation, constructor, receiver: null);
                break;
            case IMethodReferenceOperation reference:
                Use(reader, reference, reference.Method, reference.IsVirtual ? TypeOf(reference.Instance, reference.Method) : null);
                break;
            case IPropertyReferenceOperation reference:
                UseProperty(reader, reference);
                break;
            case IFieldReferenceOperation { Field: { IsConst: false, ContainingType.TypeKind: not TypeKind.Enum } field }:
                reader.Use(operation, field, target: null, receiver: null);
                UseStatic(reader, operation, field);
                break;
            case IFieldReferenceOperation { Field: var constant }:
                reader.Use(operation, constant, target: null, receiver: null);
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment:
                reader.Use(operation, reference.Event, assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod, TypeOf(reference.Instance, reference.Event));
                break;
            case IBinaryOperation { OperatorMethod: { } method }:
                Use(reader, operation, method, ReceiverOf(method));
                break;
            case IUnaryOperation { OperatorMethod: { } method }:
                Use(reader, operation, method, ReceiverOf(method));
                break;
            case IIncrementOrDecrementOperation { OperatorMethod: { } method }:
                Use(reader, operation, method, ReceiverOf(method));
                break;
            case IConversionOperation { OperatorMethod: { } method } conversion:
                UseConversion(reader, conversion.Operand, method);
                break;
            case ICompoundAssignmentOperation compound:
                UseCompound(reader, compound);
                break;
        }
    }

    private static void UseCompound(BodyReader reader, ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is { } method)
        {
            Use(reader, compound, method, ReceiverOf(method));
        }

        foreach (IMethodSymbol? conversion in new[] { compound.InConversion.MethodSymbol, compound.OutConversion.MethodSymbol })
        {
            if (conversion is not null)
            {
                UseConversion(reader, compound, conversion);
            }
        }
    }

    // A conversion is pointed at by what it converts: it may have no text of its own.
    private static void UseConversion(BodyReader reader, IOperation operand, IMethodSymbol method) => Use(reader, operand, method, receiver: null);

    private static void UseProperty(BodyReader reader, IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        ITypeSymbol? receiver = property.IsVirtual || property.IsAbstract || property.IsOverride ? TypeOf(reference.Instance, property) : null;
        (bool reads, bool writes) = reference.Usage();
        if (reads || property.SetMethod is null)
        {
            reader.Use(reference, property, GetterOf(property), receiver);
        }

        if (writes && property.SetMethod is { } setter)
        {
            reader.Use(reference, property, setter, receiver);
        }

        UseStatic(reader, reference, property);
    }

    private static IMethodSymbol? GetterOf(IPropertySymbol property) => property.GetMethod ?? property.OverriddenProperty?.GetMethod;

    private static void Use(BodyReader reader, IOperation operation, IMethodSymbol method, ITypeSymbol? receiver)
    {
        IMethodSymbol member = method.ReducedFrom ?? method;
        reader.Use(operation, member.AssociatedSymbol is IPropertySymbol or IEventSymbol ? member.AssociatedSymbol : member, member, receiver);
        if (member is { IsStatic: true } or { MethodKind: MethodKind.Constructor } && HasStaticConstructor(member.ContainingType))
        {
            reader.Enter(member.ContainingType, receiver: null, operation);
        }
    }

    /// <summary>What touching a static member runs: all initializers behind a static constructor, else its own.</summary>
    private static void UseStatic(BodyReader reader, IOperation operation, ISymbol member)
    {
        if (member.IsStatic && reader.Context.IsSource(member) && reader.Context.Trust.Of(member).IsSilent)
        {
            reader.Enter(HasStaticConstructor(member.ContainingType) ? member.ContainingType : member, receiver: null, operation);
        }
    }

    private static bool HasStaticConstructor(INamedTypeSymbol? type) => type?.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared) ?? false;

    private static bool IsChain(IInvocationOperation call, BodyReader reader) =>
        call.TargetMethod.MethodKind == MethodKind.Constructor && call.TargetMethod.ContainingType.Is(reader.Body.Symbol.ContainingType);

    private static ITypeSymbol? ReceiverOf(IInvocationOperation call) => call.Instance is IObjectCreationOperation ? null : TypeOf(call.Instance, call.TargetMethod) ?? call.ConstrainedToType;

    /// <summary>Operators of interfaces are found in the types that stand for the type parameter.</summary>
    private static ITypeSymbol? ReceiverOf(IMethodSymbol method) => method is { IsAbstract: true } or { IsVirtual: true } ? method.ContainingType : null;

    private static ITypeSymbol? TypeOf(IOperation? instance, ISymbol member) => instance?.Type ?? (member.IsStatic ? member.ContainingType : null);
}
