namespace Daybook.Tests.Agents;

/// <summary>An event of a service's own, without a place for anything else.</summary>
[Event("audit.passed")]
public sealed partial record Audited(string ByWhom, int Score);
