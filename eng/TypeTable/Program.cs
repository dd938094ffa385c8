using Daybook.TypeTable;

// Makes tests/Types.Tests/TypeTable.g.cs from docs/types.md. Run it anywhere inside the repository.
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

File.WriteAllText(Path.Combine(root, "tests", "Types.Tests", "TypeTable.g.cs"), TableSource.From(File.ReadAllText(Path.Combine(root, "docs", "types.md"))));
return 0;
