using System.Collections.Immutable;

namespace Daybook.Stores;

/// <summary>The schemes that every registry starts with, and where others are to be had.</summary>
internal static class BuiltInSchemes
{
    internal static ImmutableArray<string> MemoryOptions { get; } = ["chain"];

    internal static ImmutableArray<string> FileOptions { get; } = ["readonly", "durability", "chain", "segment", "indexcache"];

    internal static IEventStore Memory(ConnectionString connection) =>
        connection.Path.Length == 0
            ? EventStores.Memory(new() { Chained = connection.GetBoolean("chain") })
            : throw new InvalidConnectionStringException("A store in memory has no path: write memory: and nothing else in front of the options.");

    internal static IEventStore File(ConnectionString connection)
    {
        if (connection.Path.Length == 0)
        {
            throw new InvalidConnectionStringException("A file store needs a directory: write file:./events, for instance.");
        }

        var usual = new FileStoreOptions();
        var options = new FileStoreOptions
        {
            ReadOnly = connection.GetBoolean("readonly"),
            Durability = connection.GetOneOf("durability", usual.Durability, ("flushed", Durability.Flushed), ("written", Durability.Written)),
            Chained = connection.GetBoolean("chain"),
            SegmentSize = connection.GetNumber("segment", usual.SegmentSize),
            IndexCacheBytes = connection.GetNumber("indexcache", (int)usual.IndexCacheBytes),
        };
        try
        {
            return EventStores.File(connection.Path, options);
        }
        catch (ArgumentException exception) when (exception is not InvalidConnectionStringException)
        {
            throw new InvalidConnectionStringException($"The file store cannot be opened that way: {exception.Message}", exception);
        }
    }

    /// <summary>A sentence about the package that has a store for a scheme; empty when there is none.</summary>
    internal static string PackageHint(string scheme) => scheme switch
    {
        "sqlite" => Hint("Sqlite"),
        "postgres" or "postgresql" => Hint("Postgres"),
        "dynamodb" => Hint("DynamoDb"),
        _ => "",
    };

    private static string Hint(string name) =>
        $" The package Daybook.Stores.{name} has one: reference it and open with new EventStoreRegistry().Add{name}().";
}
