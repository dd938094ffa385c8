namespace Daybook.Types.Tests;

public sealed class Tags : List<string>
{
}
