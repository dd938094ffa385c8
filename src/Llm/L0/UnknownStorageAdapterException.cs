using System.Collections.Immutable;

namespace Daybook.Llm;

/// <summary>No adapter of this name is registered.</summary>
public sealed class UnknownStorageAdapterException : DaybookException
{
    internal UnknownStorageAdapterException(string adapterType, ImmutableArray<string> available)
        : base($"Unknown storage adapter type: \"{adapterType}\". Available adapters: {(available.IsEmpty ? "none" : string.Join(", ", available))}")
    {
        AdapterType = adapterType;
        Available = available;
    }

    /// <summary>The name.</summary>
    public string AdapterType { get; }

    /// <summary>The names that are registered.</summary>
    public ImmutableArray<string> Available { get; }
}
