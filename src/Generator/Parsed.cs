using Daybook.Generator.Equatable;

namespace Daybook.Generator;

/// <summary>What came of a declaration.</summary>
/// <param name="Model">The model; null when the declaration is declined.</param>
/// <param name="Events">The events that cannot be used when it is declined.</param>
internal sealed record Parsed<T>(T? Model, EquatableArray<string> Events)
    where T : class;
