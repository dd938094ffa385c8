using System.Globalization;

namespace Daybook.Analyzers.Schema;

internal sealed partial class SchemaComparer
{
    private void CompareCases(SchemaNode old, SchemaNode current)
    {
        // What one side has and the other has not, by tag and name.
        List<SchemaPart> gone = [.. old.Parts.Where(part => !current.Parts.Any(other => IsSameCase(part, other)))];
        List<SchemaPart> added = [.. current.Parts.Where(part => !old.Parts.Any(other => IsSameCase(part, other)))];
        foreach (SchemaPart part in gone)
        {
            if (added.Find(other => IsNamed(other, part)) is { } moved)
            {
                added.Remove(moved);
                At(SchemaStep.Case(moved.Key), () => ReportCase(SchemaPlace.Key, part, Text(moved.Key)));
            }
            else if (added.Find(other => other.Key == part.Key && !gone.Exists(known => IsNamed(known, other))) is { } renamed)
            {
                // A new name at an old tag is the old case, if all else fits.
                added.Remove(renamed);
                At(SchemaStep.Case(renamed.Key), () => Within(renamed.Type.ToString(), () => CompareTypes(part.Type, renamed.Type)));
            }
            else
            {
                ReportCase(SchemaPlace.Declaration, part, "none");
            }
        }

        foreach (SchemaPart part in old.Parts.Except(gone))
        {
            SchemaPart same = current.Parts.First(other => IsSameCase(part, other));
            At(SchemaStep.Case(same.Key), () => Within(same.Type.ToString(), () => CompareTypes(part.Type, same.Type)));
        }

        foreach (SchemaPart part in added)
        {
            At(SchemaStep.Case(part.Key), () => Add(Rules.ValueAdded, SchemaPlace.Name, part.Type.ToString()));
        }

        void ReportCase(SchemaPlace place, SchemaPart part, string tag) => Add(Rules.CaseChanged, place, part.Type.ToString(), current.Name, Text(part.Key), tag);
    }

    private static bool IsSameCase(SchemaPart left, SchemaPart right) => left.Key == right.Key && IsNamed(left, right);

    private static bool IsNamed(SchemaPart left, SchemaPart right) => string.Equals(left.Type.Name, right.Type.Name, StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
