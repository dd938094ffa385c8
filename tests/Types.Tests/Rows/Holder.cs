namespace Daybook.Types.Tests;

public sealed record Holder<T>(T Value);
