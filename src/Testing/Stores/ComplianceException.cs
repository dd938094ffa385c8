namespace Daybook.Testing;

/// <summary>A store does not do what every store must do.</summary>
/// <param name="message">What was expected, and what came.</param>
public sealed class ComplianceException(string message) : DaybookException(message);
