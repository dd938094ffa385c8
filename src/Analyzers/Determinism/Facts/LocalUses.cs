using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Daybook.Analyzers.Determinism.Facts;

/// <summary>The locals of a block: what they are given, and where they are used. Looked for once, when somebody asks.</summary>
internal sealed class LocalUses(IOperation block)
{
    private readonly Dictionary<ISymbol, IOperation> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _references = new(SymbolEqualityComparer.Default);
    private bool _isRead;

    /// <summary>What a local holds all the time; null when that is not known. Whoever goes on from local to local comes to an end, also in broken code.</summary>
    public IOperation? ValueOf(ILocalSymbol local)
    {
        IReadOnlyList<IOperation> references = ReferencesTo(local);
        return _values.TryGetValue(local, out IOperation? value) && !references.Any(reference => IsWritten(reference) || IsTooEarly(reference, value)) ? value : null;
    }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<IOperation> ReferencesTo(ILocalSymbol local)
    {
        if (!_isRead)
        {
            _isRead = true;
            Read();
        }

        return _references.TryGetValue(local, out List<IOperation>? references) ? references : [];
    }

    private void Read()
    {
        foreach (IOperation operation in block.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                    _values[declarator.Symbol] = initializer.Value;
                    break;
                case ILocalReferenceOperation { IsDeclaration: false } reference:
                    if (!_references.TryGetValue(reference.Local, out List<IOperation>? references))
                    {
                        _references.Add(reference.Local, references = []);
                    }

                    references.Add(reference);
                    break;
            }
        }
    }

    /// <summary>Whether a local is used before its declaration ends, as only broken code does. Without this, one value could lead to another and back.</summary>
    private static bool IsTooEarly(IOperation reference, IOperation value) => reference.Syntax.SpanStart < value.Syntax.Span.End;

    private static bool IsWritten(IOperation reference) =>
        reference.Usage().Writes || reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out };
}
