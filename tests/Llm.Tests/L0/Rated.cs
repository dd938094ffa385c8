namespace Daybook.Tests.L0;

/// <summary>A user's own event, among those of the model.</summary>
[Event("test.rated")]
public sealed partial record Rated(int Stars);
