using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Order;

/// <summary>Says of the values of a block whether their elements come in an order that a replay need not repeat.</summary>
/// <param name="locals">The locals of the block.</param>
internal sealed class SequenceReader(LocalUses locals)
{
    // Deeper than anybody writes, and far from the end of the stack.
    private const int MaxDepth = 256;

    private readonly Dictionary<IOperation, Sequence?> _known = [];

    public Sequence? Find(IOperation? value) => Find(value, 0);

    private Sequence? Find(IOperation? operation, int depth)
    {
        if (operation is null || depth > MaxDepth)
        {
            return null;
        }

        IOperation value = operation.WithoutConversion();
        if (!_known.TryGetValue(value, out Sequence? found))
        {
            // Broken code may lead back to where it comes from, which then says nothing.
            _known.Add(value, null);
            _known[value] = found = Read(value, depth);
        }

        return found;
    }

    private Sequence? Read(IOperation value, int depth)
    {
        if (value is ILocalReferenceOperation { Local: var local } && locals.ValueOf(local) is { } initial)
        {
            return locals.IsSorted(local) ? null : Find(initial, depth + 1);
        }

        return UnorderedTypes.Of(value.Type) ?? value switch
        {
            IInvocationOperation call => FindResult(call, depth + 1),
            IObjectCreationOperation { Constructor: { } constructor } creation when constructor.RoleOf() == SequenceRole.Copies => FindArgument(creation.Arguments, depth + 1),
            ICollectionExpressionOperation collection when !UnorderedTypes.IsKeyedOrSet(collection.Type) =>
                AsList(collection.Elements.OfType<ISpreadOperation>().Select(spread => Find(spread.Operand, depth + 1)).FirstOrDefault(found => found is not null)),
            IPropertyReferenceOperation { Property.Name: "Keys", Instance: { } instance } => UnorderedTypes.Of(instance.Type) is { } keyed ? keyed with { Elements = Elements.Unique } : null,
            IPropertyReferenceOperation { Property.Name: "Values", Instance: { } instance } => AsList(UnorderedTypes.Of(instance.Type)),
            IPropertyReferenceOperation { Property.Name: "Items", Instance: { } instance } => UnorderedTypes.Of(instance.Type),
            IConditionalOperation choice => Find(choice.WhenTrue, depth + 1) ?? Find(choice.WhenFalse, depth + 1),
            ICoalesceOperation choice => Find(choice.Value, depth + 1) ?? Find(choice.WhenNull, depth + 1),
            IConditionalAccessOperation access => Find(access.WhenNotNull, depth + 1),
            IConditionalAccessInstanceOperation instance => Find(instance.Accessed(), depth + 1),
            IParameterReferenceOperation or ILocalReferenceOperation when Groups.SourceOf(value) is { } grouped => AsList(Find(grouped, depth + 1)),
            IParameterReferenceOperation { Parameter: var parameter } when parameter.TakesElements() => Of(parameter),
            IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: "ILookup" or "Lookup" }, Instance: { } lookup } => AsList(Find(lookup, depth + 1)),
            IPropertyReferenceOperation { Property.GetMethod: { } getter } when getter.IsDeclared(value) && getter.ReturnType.IsSequence() => Of(getter),
            ITranslatedQueryOperation query => Find(query.Operation, depth + 1),
            _ => null,
        };
    }

    private Sequence? FindResult(IInvocationOperation call, int depth)
    {
        switch (call.TargetMethod.RoleOf())
        {
            case SequenceRole.Keeps:
                Sequence? first = FindArgument(call.Arguments.Take(1), depth);
                return AfterCall(call, first) ?? (call.TargetMethod.UsesSecond() ? AsList(FindArgument(call.Arguments.Skip(1).Take(1), depth)) : null)
                    ?? (call.TargetMethod.Name is "SelectMany" ? AsList(FindInside(call, depth)) : null);
            case SequenceRole.Copies:
                return FindArgument(call.Arguments, depth) ?? (call.Instance is { } copied ? Find(copied, depth) : null);
            case SequenceRole.Sorts:
                return FindArgument(call.Arguments.Take(1), depth) is { } unsorted ? AfterSort(unsorted, SortKeys.KeyOf(call, unsorted.Elements)) : null;
            case SequenceRole.None when call.TargetMethod.IsDeclared(call) && call.TargetMethod.ReturnType.IsSequence():
                return Of(call.TargetMethod);
            default:
                return null;
        }
    }

    /// <summary>What has an order or not as a symbol decides.</summary>
    private static Sequence Of(ISymbol origin) => new("what it is given", "which has none", Elements.Any) { Origin = origin };

    private Sequence? FindArgument(IEnumerable<IArgumentOperation> arguments, int depth) =>
        arguments.Where(argument => argument.Parameter.TakesElements()).Select(argument => Find(argument.Value, depth)).FirstOrDefault(found => found is not null);

    /// <summary>What a lambda gives for each element of something in order.</summary>
    private Sequence? FindInside(IInvocationOperation call, int depth) =>
        call.Arguments.Skip(1).Select(argument => argument.Value.LambdaOf()?.ResultOf()).Select(result => Find(result, depth)).FirstOrDefault(found => found is not null);

    private static Sequence? AfterCall(IInvocationOperation call, Sequence? source) => source is null ? null : source with
    {
        Elements = call.TargetMethod.Name switch
        {
            "Where" or "Distinct" or "Reverse" or "AsEnumerable" or "Cast" or "OfType" or "Except" or "Intersect" or "DefaultIfEmpty" => source.Elements,
            "GroupBy" or "ToLookup" or "CountBy" => Elements.Keyed,
            "Select" => AfterSelect(call, source.Elements),
            _ => Elements.Any,
        },
    };

    private static Elements AfterSelect(IInvocationOperation call, Elements elements) => call.Arguments.LastOrDefault()?.Value.LambdaOf()?.ResultOf() switch
    {
        IParameterReferenceOperation => elements,
        IPropertyReferenceOperation { Property.Name: "Key", Instance: IParameterReferenceOperation } when elements == Elements.Keyed => Elements.Unique,
        _ => Elements.Any,
    };

    private static Sequence? AfterSort(Sequence unsorted, SortKey key) => key switch
    {
        SortKey.Total => null,
        SortKey.Partial => unsorted,
        _ => unsorted with { Severity = EffectSeverity.Info, Reason = $"{unsorted.Reason}; whether the key of the sort tells all elements apart cannot be seen" },
    };

    private static Sequence? AsList(Sequence? source) => source is null ? null : source with { Elements = Elements.Any };
}
