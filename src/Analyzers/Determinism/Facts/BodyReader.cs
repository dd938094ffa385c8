using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Objects;
using Daybook.Analyzers.Determinism.Order;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Reads the operations of a member into facts: of itself, and of each of its lambdas and local functions.</summary>
internal sealed class BodyReader(DeterminismContext context, OperationChecks checks, CancellationToken cancellationToken)
{
    private readonly Stack<(IOperation Operation, BodyFacts Body)> _open = new();
    private readonly List<BodyFacts> _bodies = [];
    private readonly Dictionary<IOperation, (NonDeterminism Kind, EffectSeverity Severity)> _matched = [];

    public DeterminismContext Context { get; } = context;

    /// <summary>The body that the operation at hand stands in.</summary>
    public BodyFacts Body { get; private set; } = null!;

    /// <summary>The block that is read: a member's body, or one of its initializers.</summary>
    public IOperation Block { get; private set; } = null!;

    /// <summary>Where the objects of the member's expressions come from.</summary>
    public ObjectFlow Objects { get; private set; } = null!;

    /// <summary>The locals of the block.</summary>
    public LocalUses Locals { get; private set; } = null!;

    /// <summary>Which values of the block have elements in no order.</summary>
    public SequenceReader Sequences { get; private set; } = null!;

    /// <summary>The member's body first, then those of its lambdas and local functions.</summary>
    public IReadOnlyList<BodyFacts> Bodies => _bodies;

    public void Read(ISymbol member, ImmutableArray<IOperation> blocks)
    {
        BodyFacts body = Begin(member, outer: null);
        Objects = new(Context, member, blocks);
        foreach (IOperation block in blocks)
        {
            // What attributes and default values say is constant.
            if (block.Kind is not (OperationKind.Attribute or OperationKind.ParameterInitializer))
            {
                Block = block;
                Locals = new(block);
                Sequences = new(Locals);
                _open.Push((block, body));
                ReadOpen();
            }
        }

        if (Objects.Unfollowed is { } operation)
        {
            body.Add(new Effect(NonDeterminism.Unknown, EffectSeverity.Info, member.ToApi(), "has more ways from variable to variable than are followed", operation.Syntax));
        }
    }

    /// <summary>Adds what an operation does, unless a wider operation has said the same of the object already.</summary>
    public void Add(IOperation operation, Effect effect)
    {
        if (Match(operation, effect.Kind, effect.Severity))
        {
            Body.Add(effect);
        }
    }

    /// <summary>Whether something may be said of an operation; what it is called on is then not spoken of, unless it is worse in another way.</summary>
    public bool Match(IOperation operation, NonDeterminism kind, EffectSeverity severity)
    {
        if (IsReceiverOfMatch(operation, kind, severity))
        {
            return false;
        }

        _matched[operation] = (kind, severity);
        return true;
    }

    /// <summary>Adds what is known of the member that an operation uses.</summary>
    public void Add(IOperation operation, ISymbol member, NonDeterminism kind, EffectSeverity severity, string reason, string replacement = "") =>
        Add(operation, new(kind, severity, member.ToApi(), reason, operation.Syntax)
        {
            Id = member.OriginalDefinition.GetDocumentationCommentId(),
            IsForeign = !Context.IsSource(member),
            Replacement = replacement,
        });

    private BodyFacts Begin(ISymbol symbol, BodyFacts? outer)
    {
        var body = new BodyFacts(symbol, outer);
        _bodies.Add(body);
        return body;
    }

    private void ReadOpen()
    {
        while (_open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (IOperation operation, Body) = _open.Pop();
            switch (operation)
            {
                case IAnonymousFunctionOperation lambda:
                    // Whoever makes a delegate has it called: where it goes is not followed.
                    Body.Add(new Call(Slot.Run, lambda.Symbol, Slot.Run, Receiver: null, lambda.Syntax));
                    Body = Begin(lambda.Symbol, Body);
                    break;
                case ILocalFunctionOperation function:
                    Body = Begin(function.Symbol, Body);
                    break;
            }

            if (Reachability.NeverRuns(operation, Context))
            {
                continue;
            }

            foreach (IOperationCheck check in checks.For(operation.Kind))
            {
                check.Check(operation, this);
            }

            Open(operation);
        }
    }

    /// <summary>The text from its start on; but what stands behind <c>?.</c> before what it is called on, as it is the outer use.</summary>
    private void Open(IOperation operation)
    {
        if (operation is IConditionalAccessOperation access)
        {
            _open.Push((access.Operation, Body));
            _open.Push((access.WhenNotNull, Body));
            return;
        }

        foreach (IOperation child in operation.ChildOperations.Reverse())
        {
            if (!Reachability.IsDeadBranch(operation, child))
            {
                _open.Push((child, Body));
            }
        }
    }

    private bool IsReceiverOfMatch(IOperation operation, NonDeterminism kind, EffectSeverity severity)
    {
        for (IOperation inner = operation; inner.Parent is { } parent; inner = parent)
        {
            bool isBehind = parent is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, inner);
            if (!isBehind && !ReferenceEquals(ReceiverOf(parent), inner))
            {
                return false;
            }

            if (Covers(parent, kind, severity) || (!isBehind && parent is IConditionalAccessOperation { WhenNotNull: var behind } && IsMatched(behind, kind, severity)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something has been said of an operation, or of what it is called on.</summary>
    private bool IsMatched(IOperation operation, NonDeterminism kind, EffectSeverity severity)
    {
        for (IOperation? outer = operation; outer is not null; outer = ReceiverOf(outer))
        {
            if (Covers(outer, kind, severity) || (outer is IConditionalAccessOperation access && IsMatched(access.WhenNotNull, kind, severity)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Covers(IOperation outer, NonDeterminism kind, EffectSeverity severity) =>
        _matched.TryGetValue(outer, out (NonDeterminism Kind, EffectSeverity Severity) matched) && (matched.Kind == kind || matched.Severity >= severity);

    /// <summary>What an operation is called on.</summary>
    private static IOperation? ReceiverOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0] : null),
        IMemberReferenceOperation member => member.Instance,
        IConversionOperation conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IArgumentOperation argument => argument.Value,
        IConditionalAccessOperation access => access.Operation,
        _ => null,
    };
}
