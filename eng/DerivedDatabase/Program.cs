using Daybook.DerivedDatabase;

// Makes src/Analyzers/Determinism/Database/derived.determinism.txt from the code of the framework that runs this.
// With --why and documentation ids it tells how those members reach what their rows say.
var derivation = new Derivation();
if (args is ["--why", .. string[] ids])
{
    foreach (string id in ids)
    {
        Console.WriteLine($"{id}\n  {string.Join("\n  ", derivation.Why(id))}");
    }

    return 0;
}

string? root = Directory.GetCurrentDirectory();
while (root is not null && !File.Exists(Path.Combine(root, "Toolkit.sln")))
{
    root = Path.GetDirectoryName(root);
}

if (root is null)
{
    Console.Error.WriteLine("Run it inside the repository.");
    return 1;
}

File.WriteAllText(Path.Combine(root, "src", "Analyzers", "Determinism", "Database", "derived.determinism.txt"), derivation.Text);
Console.WriteLine($"{derivation.Ids.Count()} rows");
return 0;
