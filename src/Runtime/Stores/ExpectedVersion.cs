using System.Globalization;
using System.Runtime.InteropServices;

namespace Daybook;

/// <summary>
/// What an append expects of its stream's version, the number of events ever appended to it. The default is
/// <see cref="Any"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ExpectedVersion
{
    private const long AnyCode = 0;
    private const long ExistsCode = -1;

    // Shifted by one, so that default(ExpectedVersion) is Any.
    private readonly long _code;

    private ExpectedVersion(long code) => _code = code;

    /// <summary>No expectation.</summary>
    public static ExpectedVersion Any => default;

    /// <summary>The stream must not exist: its version must be 0.</summary>
    public static ExpectedVersion NoStream => At(0);

    /// <summary>The stream must exist: its version must be at least 1.</summary>
    public static ExpectedVersion Exists => new(ExistsCode);

    /// <summary>Whether nothing is expected.</summary>
    public bool IsAny => _code == AnyCode;

    /// <summary>The stream must be at exactly this version.</summary>
    /// <param name="version">The number of events ever appended to the stream; 0 or more.</param>
    /// <returns>The expectation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The version is negative.</exception>
    public static ExpectedVersion At(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        return new(version + 1);
    }

    /// <summary>Whether a stream at this version is as expected.</summary>
    /// <param name="version">The stream's version; 0 when there is no stream.</param>
    /// <returns>True when it is.</returns>
    public bool Matches(long version) => _code switch
    {
        AnyCode => true,
        ExistsCode => version > 0,
        _ => version == _code - 1,
    };

    /// <inheritdoc/>
    public override string ToString() => _code switch
    {
        AnyCode => "any version",
        ExistsCode => "an existing stream",
        1 => "no stream",
        _ => "version " + (_code - 1).ToString(CultureInfo.InvariantCulture),
    };
}
