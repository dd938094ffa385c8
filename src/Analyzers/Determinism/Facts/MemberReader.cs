using Daybook.Analyzers.Determinism.Database;
using Daybook.Analyzers.Determinism.Machine;
using Daybook.Analyzers.Determinism.Time;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>Decides what the use of a member means: a way into a body of the compilation, an effect, or nothing.</summary>
internal static class MemberReader
{
    /// <summary>Uses a method, or an accessor of what is looked up in the database.</summary>
    /// <param name="reader">What reads the body.</param>
    /// <param name="operation">The operation, where effects are reported.</param>
    /// <param name="member">What the database and attributes speak of: a method, property, field or event.</param>
    /// <param name="target">What runs; null when nothing does.</param>
    /// <param name="receiver">The type that the call is made on, when what runs depends on the object.</param>
    public static void Use(this BodyReader reader, IOperation operation, ISymbol member, IMethodSymbol? target, ITypeSymbol? receiver)
    {
        DeterminismContext context = reader.Context;
        switch (context.Trust.Of(member))
        {
            case { IsTrusted: true }:
                return;
            case { Reason: { } reason }:
                reader.Add(operation, member, NonDeterminism.Annotated, EffectSeverity.Warning, reason);
                return;
        }

        bool isSource = context.IsSource(member);
        if (context.Database.Find(member) is { } row)
        {
            Add(reader, operation, member, row);
        }
        else if (isSource)
        {
            reader.Enter(target, receiver, operation);
        }
        else if (!context.IsFramework(member.ContainingAssembly) && member is not IFieldSymbol { IsConst: true })
        {
            // Of constants the value stands in this assembly.
            reader.Add(operation, member, NonDeterminism.Unknown, EffectSeverity.Info, "is not known; mark it [Deterministic] or trust it in a file '*.determinism.txt'");
        }
        else if (receiver is not null && context.IsSource(receiver))
        {
            reader.Enter(target, receiver, operation);
        }
    }

    /// <summary>Runs what the compilation declares.</summary>
    public static void Enter(this BodyReader reader, ISymbol? target, ITypeSymbol? receiver, IOperation operation)
    {
        if (target is not null)
        {
            reader.Body.Add(new Call(Slot.Run, target.Canonical(), Slot.Run, receiver, operation.Syntax));
        }
    }

    /// <summary>The symbol that stands for all parts and constructions of a member.</summary>
    public static ISymbol Canonical(this ISymbol symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } original } => original.Canonical(),
        IMethodSymbol method when method.MadeFrom() is { } member => member.Canonical(),
        IMethodSymbol { OriginalDefinition.PartialImplementationPart: { } implementation } => implementation,
        IPropertySymbol { OriginalDefinition.PartialImplementationPart: { } implementation } => implementation,
        _ => symbol.OriginalDefinition,
    };

    private static void Add(BodyReader reader, IOperation operation, ISymbol member, DatabaseRow row)
    {
        if (row.Severity is { } severity && !TimeRefinement.IsHarmless(row, member, operation, reader.Locals)
            && !(row.Kind == NonDeterminism.GarbageCollection && operation.IsOverwritten(reader.Locals)))
        {
            reader.Add(operation, member, row.Kind, severity, row.Reason, row.Replacement);
        }
    }
}
