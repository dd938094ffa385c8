using Microsoft.CodeAnalysis;

namespace Daybook.Generator.Parsing;

internal sealed partial class Parser
{
    /// <summary>
    /// Reads the schema line of a state, whether its generated part is there already or not; null when its members are
    /// declined.
    /// </summary>
    public static string? ParseStateSchema(INamedTypeSymbol type, Compilation compilation, KnownSymbols known, CancellationToken cancellationToken) =>
        new Parser(type, "state", compilation, known, NullSink.Instance, cancellationToken).ReadRecord(known.State)?.Schema;
}
