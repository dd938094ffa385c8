namespace Daybook.Stores.Sqlite;

/// <summary>The tables of a store, version by version; docs/sqlite.md explains them for other languages.</summary>
internal static class SqliteSchema
{
    /// <summary>SQLite's <c>application_id</c> of a store: "DYBK".</summary>
    internal const int ApplicationId = 0x4459_424B;

    /// <summary>
    /// What makes version n + 1 out of version n, <c>user_version</c>; a new store begins at 0. Published steps never change: a new
    /// version is a new step.
    /// </summary>
    internal static IReadOnlyList<string> Steps { get; } = [Version1];

    private const string Version1 = """
        -- One row. Offsets below next_offset were given away even if no event has them any more.
        CREATE TABLE store (
          next_offset INTEGER NOT NULL,
          flushes     INTEGER NOT NULL
        );
        INSERT INTO store VALUES (0, 0);

        -- Event types by schema line, and categories by name. Rows are only ever added.
        CREATE TABLE types (
          number INTEGER PRIMARY KEY,
          schema TEXT NOT NULL UNIQUE
        );
        CREATE TABLE categories (
          number INTEGER PRIMARY KEY,
          name   TEXT NOT NULL UNIQUE
        );

        -- Streams. Those of Daybook's own have negative numbers and are in no feed.
        CREATE TABLE streams (
          number          INTEGER PRIMARY KEY,
          name            TEXT NOT NULL UNIQUE,
          version         INTEGER NOT NULL,
          first_sequence  INTEGER NOT NULL,
          category        INTEGER,
          first_timestamp INTEGER NOT NULL,
          last_timestamp  INTEGER NOT NULL,
          incarnation     BLOB NOT NULL,
          greatest_id     BLOB,
          has_other_ids   INTEGER NOT NULL,
          hash_before     BLOB,
          hash            BLOB
        );

        -- Events. Offsets rise with every commit and are never used twice.
        CREATE TABLE events (
          offset      INTEGER PRIMARY KEY,
          stream      INTEGER NOT NULL,
          sequence    INTEGER NOT NULL,
          id          BLOB NOT NULL,
          timestamp   INTEGER NOT NULL,
          type        INTEGER NOT NULL,
          category    INTEGER,
          correlation TEXT,
          causation   TEXT,
          actor       TEXT,
          source      TEXT,
          headers     INTEGER,
          hash        BLOB,
          encoding    INTEGER NOT NULL DEFAULT 0,
          key_id      TEXT,
          payload     BLOB NOT NULL
        );
        CREATE UNIQUE INDEX events_by_stream ON events (stream, sequence);
        CREATE UNIQUE INDEX events_by_id ON events (stream, id);
        CREATE INDEX events_by_type ON events (type) WHERE stream > 0;
        CREATE INDEX events_by_time ON events (timestamp) WHERE stream > 0;
        CREATE INDEX events_by_category ON events (category) WHERE category IS NOT NULL;
        CREATE INDEX events_by_correlation ON events (correlation) WHERE correlation IS NOT NULL;
        CREATE INDEX events_by_causation ON events (causation) WHERE causation IS NOT NULL;
        CREATE INDEX events_by_actor ON events (actor) WHERE actor IS NOT NULL;
        CREATE INDEX events_by_source ON events (source) WHERE source IS NOT NULL;

        -- The headers of those events whose number of headers is not null.
        CREATE TABLE headers (
          offset INTEGER NOT NULL,
          name   TEXT NOT NULL,
          value  TEXT NOT NULL,
          PRIMARY KEY (offset, name)
        ) WITHOUT ROWID;
        CREATE INDEX headers_by_value ON headers (name, value, offset);
        """;
}
