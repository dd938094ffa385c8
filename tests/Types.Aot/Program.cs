using Daybook.Types.Tests;

// Checks every row of docs/types.md; NativeAotTests publishes and runs it.
int failed = 0;
foreach (TypeRow row in TypeTable.Rows)
{
    try
    {
        row.Check();
    }
    catch (Exception exception)
    {
        failed++;
        Console.WriteLine(exception);
    }
}

Console.WriteLine($"{TypeTable.Rows.Count} types, {failed} failed");
return failed == 0 ? 0 : 1;
