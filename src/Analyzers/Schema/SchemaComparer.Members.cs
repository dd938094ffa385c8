namespace Daybook.Analyzers.Schema;

internal sealed partial class SchemaComparer
{
    private void CompareMembers(SchemaNode old, SchemaNode current)
    {
        List<SchemaPart> gone = [.. old.Parts.Where(part => Find(current, part.Name) is null)];
        List<SchemaPart> added = [.. current.Parts.Where(part => Find(old, part.Name) is null)];
        var pairs = old.Parts.Select(part => (Old: part, New: Find(current, part.Name))).Where(pair => pair.New is not null).ToList();

        // A new name at an old key is the old member.
        foreach (SchemaPart part in gone.ToList())
        {
            if (added.Find(candidate => candidate.Key == part.Key) is { } renamed)
            {
                gone.Remove(part);
                added.Remove(renamed);
                pairs.Add((part, renamed));
                int before = _changes.Count;
                At(SchemaStep.Member(renamed.Name), () => Within(renamed.Name, () => CompareTypes(part.Type, renamed.Type)));
                if (_changes.Count == before)
                {
                    At(SchemaStep.Member(renamed.Name), () => Add(Rules.Renamed, SchemaPlace.Name, part.Name, renamed.Name));
                }
            }
        }

        ReportMoves(old, added, gone, [.. pairs.Where(pair => pair.New!.Key != pair.Old.Key).Select(pair => (pair.Old, pair.New!))]);
        foreach ((SchemaPart before, SchemaPart? after) in pairs.Where(pair => Find(current, pair.Old.Name) is not null))
        {
            At(SchemaStep.Member(after!.Name), () => Within(after.Name, () =>
            {
                CompareTypes(before.Type, after.Type);
                CompareDefaults(before, after);
            }));
        }
    }

    /// <summary>Reports what came, what went, and what changed places for no such reason.</summary>
    private void ReportMoves(SchemaNode old, List<SchemaPart> added, List<SchemaPart> gone, List<(SchemaPart Old, SchemaPart New)> moved)
    {
        int next = old.Parts.Count == 0 ? 0 : old.Parts.Max(part => part.Key) + 1;
        bool isExplained = gone.Count > 0;
        foreach (SchemaPart part in added)
        {
            // In a gap stands nil, which only what is nullable can be.
            bool isInserted = old.Parts.Any(other => other.Key == part.Key) || (part.Key < next && !part.Type.IsNullable);
            bool canBeMissing = part.Type.IsNullable || part.Default is not null || _isState;
            isExplained |= isInserted;
            At(SchemaStep.Member(part.Name), () =>
            {
                if (isInserted)
                {
                    Add(Rules.InsertedMember, SchemaPlace.Name, part.Name, Text(next));
                }
                else
                {
                    Add(canBeMissing ? Rules.MemberAdded : Rules.AddedWithoutDefault, SchemaPlace.Name, part.Name);
                }
            });
        }

        foreach (SchemaPart part in gone)
        {
            At(SchemaStep.Member(part.Name), () => Add(Rules.MemberRemoved, SchemaPlace.Missing, part.Name));
        }

        // What comes or goes in the middle moves the rest, and is to blame for all of it.
        if (isExplained && InOrder(moved.ConvertAll(pair => pair.New.Key)))
        {
            return;
        }

        if (moved.Count > 1 && moved.All(pair => old.Parts.Any(part => part.Key == pair.New.Key)))
        {
            SchemaPart first = moved.OrderBy(pair => pair.New.Key).First().New;
            string names = string.Join(", ", moved.Select(pair => $"'{pair.Old.Name}'"));
            At(SchemaStep.Member(first.Name), () => Add(Rules.MembersReordered, SchemaPlace.Name, names));
            return;
        }

        foreach ((SchemaPart before, SchemaPart after) in moved)
        {
            At(SchemaStep.Member(after.Name), () => Add(Rules.KeyChanged, SchemaPlace.Key, after.Name, Text(before.Key), Text(after.Key)));
        }
    }

    private void CompareDefaults(SchemaPart before, SchemaPart after)
    {
        if (!string.Equals(before.Default, after.Default, StringComparison.Ordinal))
        {
            Add(Rules.DefaultChanged, SchemaPlace.Default, after.Name, before.Default ?? "default", after.Default ?? "default");
        }
    }

    private static bool InOrder(List<int> keys) => keys.Zip(keys.Skip(1), (left, right) => left < right).All(rises => rises);

    private static SchemaPart? Find(SchemaNode record, string name) => record.Parts.FirstOrDefault(part => string.Equals(part.Name, name, StringComparison.Ordinal));
}
