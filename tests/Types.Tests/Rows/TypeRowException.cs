namespace Daybook.Types.Tests;

public sealed class TypeRowException(string message) : Exception(message);
