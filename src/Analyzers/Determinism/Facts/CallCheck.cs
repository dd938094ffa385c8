using System.Collections.Immutable;
using Daybook.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Follows every use of a member that the text shows: calls, accessors, operators, conversions, constructors, method groups.</summary>
internal sealed class CallCheck : IOperationCheck
{
    public ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference, OperationKind.PropertyReference, OperationKind.FieldReference,
        OperationKind.EventAssignment, OperationKind.Binary, OperationKind.Unary, OperationKind.Increment, OperationKind.Decrement, OperationKind.CompoundAssignment,
        OperationKind.Conversion,
    ];

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
                Use(reader, reference, reference.Method, reference.IsVirtual ? TypeOf(reference) : null);
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
                reader.Use(operation, reference.Event, assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod, TypeOf(reference));
                break;
            case IBinaryOperation { OperatorMethod: { } method } binary:
                Use(reader, operation, method, binary.ConstrainedToType);
                break;
            case IUnaryOperation { OperatorMethod: { } method } unary:
                Use(reader, operation, method, unary.ConstrainedToType);
                break;
            case IIncrementOrDecrementOperation { OperatorMethod: { } method } step:
                Use(reader, operation, method, step.ConstrainedToType ?? ReceiverOf(method, step.Target));
                break;
            case ICompoundAssignmentOperation { OperatorMethod: { } method } compound:
                Use(reader, operation, method, compound.ConstrainedToType ?? ReceiverOf(method, compound.Target));
                break;
            case IConversionOperation { OperatorMethod: { } method } conversion:
                // A conversion is pointed at by what it converts: it may have no text of its own.
                Use(reader, conversion.Operand, method, conversion.ConstrainedToType);
                break;
        }
    }

    private static void UseProperty(BodyReader reader, IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        ITypeSymbol? receiver = property.IsVirtual || property.IsAbstract || property.IsOverride ? TypeOf(reference) : null;
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
        if (member.MethodKind == MethodKind.Constructor)
        {
            UseClass(reader, operation, member.ContainingType);
        }
        else if (member.IsStatic && HasStaticConstructor(member.ContainingType))
        {
            reader.Enter(member.ContainingType, receiver: null, operation);
        }
    }

    /// <summary>What making an object runs before the first constructor, and at some time after the object's end.</summary>
    private static void UseClass(BodyReader reader, IOperation operation, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? link = type; link is not null && reader.Context.IsSource(link); link = link.BaseType)
        {
            if (HasStaticConstructor(link))
            {
                reader.Enter(link, receiver: null, operation);
            }

            reader.Enter(link.GetMembers(WellKnownMemberNames.DestructorName).OfType<IMethodSymbol>().FirstOrDefault(method => method.MethodKind == MethodKind.Destructor), receiver: null, operation);
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

    private static ITypeSymbol? ReceiverOf(IInvocationOperation call) => call.Instance is IObjectCreationOperation ? null : call.Instance?.Type ?? call.ConstrainedToType;

    /// <summary>An operator that changes its object may be overridden.</summary>
    private static ITypeSymbol? ReceiverOf(IMethodSymbol method, IOperation target) => method.IsAbstract || method.IsVirtual || method.IsOverride ? target.Type : null;

    /// <summary>The type that a member is found in: static members of interfaces stand in what the type parameter stands for.</summary>
    private static ITypeSymbol? TypeOf(IMemberReferenceOperation reference) => reference.Instance?.Type ?? reference.ConstrainedToType;
}
