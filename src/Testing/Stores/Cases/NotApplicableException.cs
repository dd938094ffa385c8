namespace Daybook.Testing;

/// <summary>A case asks for something that the store says it cannot do.</summary>
internal sealed class NotApplicableException(string reason) : DaybookException(reason);
