using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>All checks, by the kinds of operations that they look at: most operations are none's business.</summary>
internal sealed class OperationChecks
{
    private readonly IOperationCheck[] _ofAny;
    private readonly IOperationCheck[][] _byKind;

    /// <param name="checks">In the order in which they look at an operation.</param>
    public OperationChecks(params IOperationCheck[] checks)
    {
        _ofAny = [.. checks.Where(check => check.Kinds.IsEmpty)];
        int last = checks.SelectMany(check => check.Kinds).Max(kind => (int)kind);
        _byKind = [.. Enumerable.Range(0, last + 1).Select(kind => checks.Where(check => check.Kinds.IsEmpty || check.Kinds.Contains((OperationKind)kind)).ToArray())];
    }

    /// <summary>Those that look at a kind.</summary>
    public IOperationCheck[] For(OperationKind kind) => (int)kind < _byKind.Length ? _byKind[(int)kind] : _ofAny;
}
