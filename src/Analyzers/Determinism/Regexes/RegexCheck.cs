using System.Collections.Immutable;
using Daybook.Analyzers.Determinism.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Regexes;

/// <summary>Finds regular expressions that ignore case as the current culture does, or that give up after a time.</summary>
internal sealed class RegexCheck : IOperationCheck
{
    private const int IgnoreCase = 1;
    private const int CultureInvariant = 512;

    public ImmutableArray<OperationKind> Kinds { get; } = [.. MemberUse.Kinds, OperationKind.PropertyReference];

    public void Check(IOperation operation, BodyReader reader)
    {
        if (operation is IPropertyReferenceOperation { Property: { Name: "MatchTimeout" or "CacheSize", ContainingType: var type } property } && IsRegex(type))
        {
            Add(reader, operation, property, "says what is no part of the events", "");
        }
        else if (MemberUse.Of(operation) is { Method: var method } use && IsRegex(method.ContainingType))
        {
            if (Ignores(use))
            {
                Add(reader, operation, method, "ignores case as the current culture does", "RegexOptions.CultureInvariant");
            }

            if (TimeoutOf(use) is { } timeout && !IsInfinite(timeout))
            {
                Add(reader, operation, method, "gives up after a time, which differs from run to run", "Regex.InfiniteMatchTimeout");
            }
        }
    }

    private static void Add(BodyReader reader, IOperation operation, ISymbol member, string reason, string replacement)
    {
        if (reader.Context.Database.Find(member)?.Kind != NonDeterminism.Regex)
        {
            reader.Add(operation, member, NonDeterminism.Regex, EffectSeverity.Info, reason, replacement);
        }
    }

    private static bool Ignores(MemberUse use)
    {
        int options = use.Argument("options")?.ConstantValue is { HasValue: true, Value: int constant } ? constant : 0;
        bool ignoresCase = (options & IgnoreCase) != 0 || (use.Argument("pattern")?.ConstantValue is { HasValue: true, Value: string pattern } && HasIgnoreCase(pattern));
        return ignoresCase && (options & CultureInvariant) == 0;
    }

    /// <summary>Whether a pattern turns it on itself: <c>(?i)</c>, <c>(?im-s:…)</c>.</summary>
    private static bool HasIgnoreCase(string pattern)
    {
        for (int start = pattern.IndexOf("(?", StringComparison.Ordinal); start >= 0; start = pattern.IndexOf("(?", start + 2, StringComparison.Ordinal))
        {
            string options = new([.. pattern.Skip(start + 2).TakeWhile(symbol => symbol is >= 'a' and <= 'z')]);
            if (options.Contains('i') && options.Length + start + 2 < pattern.Length && pattern[options.Length + start + 2] is ')' or ':' or '-')
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? TimeoutOf(MemberUse use) => use.Argument("matchTimeout");

    private static bool IsInfinite(IOperation timeout) => timeout is IMemberReferenceOperation { Member.Name: "InfiniteMatchTimeout" or "InfiniteTimeSpan" };

    private static bool IsRegex(ITypeSymbol type) => type.Derives("System.Text.RegularExpressions", "Regex");
}
