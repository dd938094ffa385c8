using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Culture;

/// <summary>Adds what depends on the culture to a body.</summary>
internal static class CultureReader
{
    /// <summary>The option that takes signs of negative integers as serious.</summary>
    public const string IntegersOption = "daybook.integers_are_culture_sensitive";

    /// <summary>Adds that a text does, unless no state can hold it.</summary>
    public static void AddText(this BodyReader reader, IOperation operation, string api, string? id, Sensitivity sensitivity)
    {
        if (sensitivity != Sensitivity.None && !operation.IsForMessage(reader))
        {
            string reason = sensitivity switch
            {
                Sensitivity.Sign => "writes negative numbers with the sign of the current culture",
                Sensitivity.Opaque => "follows the current culture if the text of the value does",
                _ => "follows the current culture",
            };
            reader.Add(operation, new(NonDeterminism.Culture, reader.SeverityOf(sensitivity, operation), api, reason, operation.Syntax) { Id = id, Replacement = "CultureInfo.InvariantCulture" });
        }
    }

    /// <summary>Adds that a member does, unless the database says something of its culture.</summary>
    public static void AddCulture(this BodyReader reader, IOperation operation, ISymbol member, Sensitivity sensitivity, string reason, string replacement)
    {
        if (sensitivity != Sensitivity.None && !reader.IsKnown(member, NonDeterminism.Culture) && !operation.IsForMessage(reader))
        {
            reader.Add(operation, member, NonDeterminism.Culture, reader.SeverityOf(sensitivity, operation), reason, replacement);
        }
    }

    /// <summary>Whether the database says already what a member is about.</summary>
    public static bool IsKnown(this BodyReader reader, ISymbol member, NonDeterminism kind) => reader.Context.Database.Find(member)?.Kind == kind;

    private static EffectSeverity SeverityOf(this BodyReader reader, Sensitivity sensitivity, IOperation operation) => sensitivity switch
    {
        Sensitivity.Full => EffectSeverity.Warning,
        Sensitivity.Sign when reader.Context.IsSet(operation.Syntax.SyntaxTree, IntegersOption) => EffectSeverity.Warning,
        _ => EffectSeverity.Info,
    };

    /// <summary>Whether a text only reaches an exception or a log.</summary>
    private static bool IsForMessage(this IOperation operation, BodyReader reader) => operation.IsForException(reader.Locals) || operation.IsForLog();

    private static bool IsForLog(this IOperation operation)
    {
        for (IOperation? outer = operation.Parent; outer is not null and not IBlockOperation; outer = outer.Parent)
        {
            if (outer is IInvocationOperation { TargetMethod.ContainingType: { ContainingNamespace: { Name: "Logging", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } } } })
            {
                return true;
            }
        }

        return false;
    }
}
