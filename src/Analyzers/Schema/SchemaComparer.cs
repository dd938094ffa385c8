using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Daybook.Analyzers.Schema;

/// <summary>Says what has changed between the line of an event or state and its declaration, and whether recorded payloads survive it.</summary>
internal sealed partial class SchemaComparer
{
    private readonly List<SchemaChange> _changes = [];
    private readonly Stack<(string Old, string New)> _enclosing = new();
    private readonly bool _isState;
    private ImmutableArray<SchemaStep> _path = [];
    private string _name;

    private SchemaComparer(bool isState, string name)
    {
        _isState = isState;
        _name = name;
    }

    /// <summary>Compares two records.</summary>
    /// <param name="old">The record as it stands in the file.</param>
    /// <param name="current">The record as it is declared.</param>
    /// <param name="isState">Whether the record is a state: its members start at the default of their types anyway, so that new ones need no default of their own.</param>
    /// <param name="name">The name of the declared type.</param>
    /// <returns>The breaking changes; when there are none, the others.</returns>
    public static IReadOnlyList<SchemaChange> Compare(SchemaNode old, SchemaNode current, bool isState, string name)
    {
        var comparer = new SchemaComparer(isState, name);
        comparer.CompareMembers(old, current);
        List<SchemaChange> breaking = comparer._changes.FindAll(change => change.IsBreaking);

        // Whoever accepts an addition accepts the line as a whole, and must not accept what breaks on the side.
        return breaking.Count > 0 ? breaking : comparer._changes;
    }

    private void CompareTypes(SchemaNode old, SchemaNode current)
    {
        if (old.IsNullable && !current.IsNullable)
        {
            Add(Rules.MadeRequired, SchemaPlace.Type, _name, old.ToString());
            return;
        }

        bool hasChanged = old.Word switch
        {
            _ when !string.Equals(old.Word, current.Word, StringComparison.Ordinal) => !IsWider(old, current),
            SchemaNode.Reference => !_enclosing.Contains((old.Name, current.Name)),
            SchemaNode.Enum or SchemaNode.Record or SchemaNode.Union => false,
            _ => old.Parts.Count != current.Parts.Count,
        };
        if (hasChanged)
        {
            Add(Rules.TypeChanged, SchemaPlace.Type, _name, old.ToString(), current.ToString());
            return;
        }

        if (old.IsNullable != current.IsNullable || !string.Equals(old.Word, current.Word, StringComparison.Ordinal))
        {
            Add(Rules.TypeWidened, SchemaPlace.Type, _name, old.ToString(), current.ToString());
        }

        CompareInside(old, current);
    }

    private void CompareInside(SchemaNode old, SchemaNode current)
    {
        if (old.Word is SchemaNode.Record or SchemaNode.Enum or SchemaNode.Union && string.Equals(old.Word, current.Word, StringComparison.Ordinal)
            && !string.Equals(old.Name, current.Name, StringComparison.Ordinal))
        {
            Add(Rules.Renamed, SchemaPlace.Declaration, old.Name, current.Name);
        }

        switch (current.Word)
        {
            case SchemaNode.Record:
                _enclosing.Push((old.Name, current.Name));
                Within(current.Name, () => CompareMembers(old, current));
                _enclosing.Pop();
                break;
            case SchemaNode.Enum when old.Word is SchemaNode.Enum:
                CompareConstants(old, current);
                break;
            case SchemaNode.Union:
                _enclosing.Push((old.Name, current.Name));
                CompareCases(old, current);
                _enclosing.Pop();
                break;
            default:
                for (int i = 0; i < old.Parts.Count && i < current.Parts.Count; i++)
                {
                    int position = i;
                    At(SchemaStep.Element(position), () => CompareTypes(old.Parts[position].Type, current.Parts[position].Type));
                }

                break;
        }
    }

    private void CompareConstants(SchemaNode old, SchemaNode current)
    {
        if (!string.Equals(old.Underlying, current.Underlying, StringComparison.Ordinal))
        {
            Add(
                IsWiderNumber(old.Underlying, current.Underlying) ? Rules.TypeWidened : Rules.TypeChanged,
                SchemaPlace.Declaration, current.Name, old.Underlying, current.Underlying);
        }

        foreach (SchemaConstant constant in old.Constants)
        {
            if (current.Constants.FirstOrDefault(other => IsNamed(other, constant.Name)) is { } same)
            {
                if (!string.Equals(same.Value, constant.Value, StringComparison.Ordinal))
                {
                    At(SchemaStep.Member(same.Name), () => Add(Rules.ConstantChanged, SchemaPlace.Name, same.Name, constant.Value, same.Value));
                }
            }
            else if (FindRenamed(constant, old, current) is { } renamed)
            {
                At(SchemaStep.Member(renamed.Name), () => Add(Rules.Renamed, SchemaPlace.Name, constant.Name, renamed.Name));
            }
            else
            {
                Add(Rules.ConstantChanged, SchemaPlace.Declaration, constant.Name, constant.Value, "gone");
            }
        }

        foreach (SchemaConstant constant in current.Constants)
        {
            if (!old.Constants.Any(other => IsNamed(other, constant.Name) || string.Equals(other.Value, constant.Value, StringComparison.Ordinal)))
            {
                At(SchemaStep.Member(constant.Name), () => Add(Rules.ValueAdded, SchemaPlace.Name, constant.Name));
            }
        }
    }

    private static SchemaConstant? FindRenamed(SchemaConstant constant, SchemaNode old, SchemaNode current) =>
        current.Constants.FirstOrDefault(other => string.Equals(other.Value, constant.Value, StringComparison.Ordinal) && !old.Constants.Any(known => IsNamed(known, other.Name)));

    private static bool IsNamed(SchemaConstant constant, string name) => string.Equals(constant.Name, name, StringComparison.Ordinal);

    private void Add(DiagnosticDescriptor rule, SchemaPlace place, params string[] arguments) => _changes.Add(new(rule, _path, place, [.. arguments]));

    private void At(SchemaStep step, Action compare)
    {
        ImmutableArray<SchemaStep> path = _path;
        _path = path.Add(step);
        compare();
        _path = path;
    }

    private void Within(string name, Action compare)
    {
        string outer = _name;
        _name = name;
        compare();
        _name = outer;
    }
}
