namespace Daybook.Tests.Agents;

/// <summary>The stores that everything is tried on.</summary>
public enum StoreKind
{
    Memory,
    File,
    Sqlite,
}
