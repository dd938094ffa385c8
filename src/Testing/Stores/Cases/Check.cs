using System.Runtime.CompilerServices;

namespace Daybook.Testing;

/// <summary>The few assertions that the cases need, without a test framework.</summary>
internal static class Check
{
    internal static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ComplianceException($"{what}: expected {expected}, got {actual}.");
        }
    }

    internal static void True(bool condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        if (!condition)
        {
            throw new ComplianceException($"Expected: {what}.");
        }
    }

    internal static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        string left = string.Join(", ", expected);
        string right = string.Join(", ", actual);
        Equal(left, right, what);
    }

    internal static async Task<TException> ThrowsAsync<TException>(Func<ValueTask> act)
        where TException : Exception
    {
        try
        {
            await act();
        }
        catch (TException exception)
        {
            return exception;
        }

        throw new ComplianceException($"Expected a {typeof(TException).Name}, got none.");
    }
}
