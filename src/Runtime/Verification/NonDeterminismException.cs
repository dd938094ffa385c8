namespace Daybook;

/// <summary>A stream folds to different states.</summary>
public sealed class NonDeterminismException : DaybookException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="verification">What was found.</param>
    public NonDeterminismException(DeterminismVerification verification)
        : base((verification ?? throw new ArgumentNullException(nameof(verification))).ToString()) => Verification = verification;

    /// <summary>What was found.</summary>
    public DeterminismVerification Verification { get; }
}
