using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Objects;

/// <summary>
/// Says of the expressions of one member where their objects come from: made there, or given to the member, or part of what
/// was given. Locals are followed through the text, other members through the slots of what calls return.
/// </summary>
internal sealed class ObjectFlow
{
    // Counted in places that expressions pass on. A member that needs more is machine-made, and said to be unknown: what is not looked at counts as made there.
    private const int Budget = 1_000_000;

    // What looking at an expression costs, beside its places.
    private const int Look = 50;

    private readonly DeterminismContext _context;
    private readonly ImmutableArray<IOperation> _blocks;
    private readonly CreationFlow _creations;
    private readonly Dictionary<IOperation, int> _results = [];
    private readonly Dictionary<object, ObjectValue> _known = [];
    private readonly Dictionary<object, ObjectValue> _assumed = [];
    private readonly HashSet<object> _open = [];
    private VariableTable? _variables;
    private bool _isCyclic;
    private int _spent;

    public ObjectFlow(DeterminismContext context, ISymbol member, ImmutableArray<IOperation> blocks)
    {
        (_context, Member, _blocks) = (context, member, blocks);
        _creations = new(this);
        Generic = new(this);
        Owners = new(this, blocks);
    }

    public ISymbol Member { get; }

    public GenericFlow Generic { get; }

    public OwnerFlow Owners { get; }

    /// <summary>The first expression that was one too many; null when all were followed.</summary>
    public IOperation? Unfollowed { get; private set; }

    /// <summary>Whether a method's body can be followed.</summary>
    public bool IsSource(ISymbol symbol) => _context.IsSource(symbol);

    /// <summary>Whether nobody may look behind a member.</summary>
    public bool IsTrusted(ISymbol symbol) => _context.Trust.Of(symbol).IsTrusted;

    /// <summary>Where the object comes from that an expression gives.</summary>
    public ObjectValue Of(IOperation? operation)
    {
        operation = operation?.WithoutConversion();
        if (operation is null || operation.Type.IsAtomic())
        {
            return ObjectValue.Fresh;
        }

        if (_spent > Budget)
        {
            Unfollowed ??= operation;
            return ObjectValue.Fresh;
        }

        if (!_known.TryGetValue(operation, out ObjectValue? value))
        {
            _spent += Look;
            value = Find(operation);
            value = operation.Type!.IsFlat() ? value.Alone() : value;
            value = operation.Type.IsCopied() ? value.Copy() : value;
            if (!_isCyclic)
            {
                _known[operation] = value;
            }
        }

        _spent += value.Self.Length + value.Inside.Length;
        return value;
    }

    /// <summary>What a lambda or local function returns.</summary>
    public ObjectValue Of(IMethodSymbol function) => Read(function, function, ObjectValue.Fresh, reader: null);

    /// <summary>The object that a constructor has made, at its end.</summary>
    public ObjectValue OfMade(IOperation body) => Read(body, Member, ObjectValue.Fresh, reader: null);

    /// <summary>Whether the member calls a local function, or makes a delegate of it.</summary>
    public bool Uses(IMethodSymbol function) => _blocks.SelectMany(block => block.Descendants()).Any(operation =>
        SymbolEqualityComparer.Default.Equals(function.OriginalDefinition, (operation as IInvocationOperation)?.TargetMethod.OriginalDefinition ?? (operation as IMethodReferenceOperation)?.Method.OriginalDefinition));

    /// <summary>The expressions whose value another one may have.</summary>
    public IEnumerable<IOperation> SourcesOf(IOperation value) => value.WithoutConversion() switch
    {
        ILocalReferenceOperation { Local: var local } => _blocks.SelectMany(block => block.Descendants()).Select(operation => operation switch
        {
            IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) => declarator.GetVariableInitializer()?.Value,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when SymbolEqualityComparer.Default.Equals(target.Local, local) => assignment.Value,
            _ => null,
        }).OfType<IOperation>().Select(source => source.WithoutConversion()),
        IConditionalOperation { WhenFalse: { } otherwise } choice => SourcesOf(choice.WhenTrue).Concat(SourcesOf(otherwise)),
        ICoalesceOperation choice => SourcesOf(choice.Value).Concat(SourcesOf(choice.WhenNull)),
        var source => [source],
    };

    /// <summary>The slot of what a call returns.</summary>
    public int ResultOf(IOperation call)
    {
        if (!_results.TryGetValue(call, out int index))
        {
            _results.Add(call, index = _results.Count);
        }

        return Slot.Result(index);
    }

    private ObjectValue Find(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => Read(operation, local.Local, ObjectValue.Fresh, operation),
        IParameterReferenceOperation { Parameter: var parameter } => Read(operation, parameter.OriginalDefinition, GivenAs(parameter), operation),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => ThisAt(operation),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => _creations.Initialized(operation),
        IFieldReferenceOperation { Field: { IsStatic: true } field } => ObjectValue.Of(field.OriginalDefinition),
        IFieldReferenceOperation reference => Of(reference.Instance).Member(reference.Field.OriginalDefinition),
        IPropertyReferenceOperation reference => OfProperty(reference),
        IArrayElementReferenceOperation element => Of(element.ArrayReference).Element(),
        IImplicitIndexerReferenceOperation { Type: var type } element => type.IsView() ? Of(element.Instance) : Of(element.Instance).Element(),
        IInlineArrayAccessOperation element => Of(element.Instance).Element(),
        IInvocationOperation call => OfCall(call),
        IConversionOperation { OperatorMethod: { } conversion } cast => conversion.ReturnType.IsView() ? Of(cast.Operand) : ObjectValue.Fresh,
        IConditionalOperation choice => Of(choice.WhenTrue).Join(Of(choice.WhenFalse)),
        ICoalesceOperation choice => Of(choice.Value).Join(Of(choice.WhenNull)),
        ICoalesceAssignmentOperation choice => Of(choice.Target).Join(Of(choice.Value)),
        ISimpleAssignmentOperation assignment => Of(assignment.Value),
        ISwitchExpressionOperation choice => choice.Arms.Aggregate(ObjectValue.Fresh, (all, arm) => all.Join(Of(arm.Value))),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => Of(instance.Accessed()),
        IDeclarationExpressionOperation declaration => Of(declaration.Expression),
        IDelegateCreationOperation or IAnonymousFunctionOperation => ObjectValue.Fresh,
        ITranslatedQueryOperation query => Of(query.Operation),
        IAwaitOperation wait => Of(wait.Operation).Element(),
        _ => _creations.Of(operation),
    };

    private ObjectValue OfCall(IInvocationOperation call) => call.TargetMethod switch
    {
        { MethodKind: MethodKind.DelegateInvoke } => call.Instance is null ? ObjectValue.Fresh : SourcesOf(call.Instance).Select(VariableReader.FunctionOf).OfType<IMethodSymbol>().Aggregate(ObjectValue.Fresh, (all, lambda) => all.Join(Of(lambda))),
        { MethodKind: MethodKind.LocalFunction } function => Of(function.OriginalDefinition),
        { Name: "MemberwiseClone" } => Of(call.Instance).Copy(),
        var method when !IsSource(method) => Generic.Of(call),
        var method => IsTrusted(method) ? ObjectValue.Fresh : ObjectValue.Of(ResultOf(call)),
    };

    private ObjectValue OfProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property.OriginalDefinition;
        if (property.IsStatic)
        {
            return IsSource(property) && property.BackingField() is not null ? ObjectValue.Of(property) : ObjectValue.Fresh;
        }

        return property.GivesItself() ? Of(reference.Instance)
            : property.IsStored(IsSource(property)) ? Of(reference.Instance).Member(property.IsIndexer ? null : property)
            : IsTrusted(property) ? ObjectValue.Fresh
            : ObjectValue.Of(ResultOf(reference));
    }

    private ObjectValue ThisAt(IOperation operation) => Member switch
    {
        IMethodSymbol { IsInitOnly: true } => ObjectValue.Of(Slot.Receiver).Copy(),
        IMethodSymbol { MethodKind: MethodKind.Constructor } => Read(operation, Member, ObjectValue.Fresh, operation),
        IMethodSymbol => ObjectValue.Of(Slot.Receiver),
        _ => ObjectValue.Fresh,
    };

    private ObjectValue GivenAs(IParameterSymbol parameter)
    {
        if (parameter.RefKind == RefKind.Out)
        {
            return ObjectValue.Fresh;
        }

        // An initializer runs with the parameters of the primary constructor.
        if (SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, Member) || (parameter.IsOfPrimary() && Member is not IMethodSymbol))
        {
            return parameter.Type.IsCopied() ? ObjectValue.Of(parameter.Ordinal).Copy() : ObjectValue.Of(parameter.Ordinal);
        }

        // The object of an extension block's members.
        if (parameter.ContainingSymbol is INamedTypeSymbol)
        {
            return parameter.Type.IsCopied() && parameter.RefKind == RefKind.None ? ObjectValue.Of(Slot.Receiver).Copy() : ObjectValue.Of(Slot.Receiver);
        }

        // A primary constructor's parameter that a method uses is a field.
        return parameter.IsOfPrimary() && Member is IMethodSymbol { MethodKind: not MethodKind.Constructor } ? ObjectValue.Of(Slot.Receiver).Element() : ObjectValue.Fresh;
    }

    /// <summary>Reads a variable; one that depends on itself is read again until nothing is added.</summary>
    private ObjectValue Read(object key, ISymbol variable, ObjectValue initial, IOperation? reader)
    {
        if (_known.TryGetValue(key, out ObjectValue? value))
        {
            return value;
        }

        if (!_open.Add(key))
        {
            _isCyclic = true;
            return _assumed.TryGetValue(key, out value) ? value : ObjectValue.Fresh;
        }

        while (true)
        {
            value = Variables.Read(variable, initial, reader);
            if (_spent > Budget || !_isCyclic || (_assumed.TryGetValue(key, out ObjectValue? assumed) && assumed.Covers(value)))
            {
                break;
            }

            _assumed[key] = _assumed.TryGetValue(key, out assumed) ? assumed.Join(value) : value;
        }

        _open.Remove(key);
        if (_open.Count == 0 || !_isCyclic)
        {
            _isCyclic = false;
            _known[key] = value;
        }

        return value;
    }

    private VariableTable Variables => _variables ??= VariableTable.Of(_blocks, this);
}
