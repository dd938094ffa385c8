using System.Collections.Immutable;
using Daybook.Stores;

namespace Daybook.Testing;

/// <summary>Stream ids that somebody's engine might stumble over.</summary>
internal static class StreamIdCases
{
    internal static ImmutableArray<ComplianceCase> All { get; } =
    [
        Allowed("Ids with quotes and commands of databases", "'; DROP TABLE events; --", "a'b", "a\"b", "a`b", "a;b", "--", "/*", "a''b"),
        Allowed("Ids with wildcards of SQL", "a%b", "a_b", "axb", "%", "_", "a%", "a\\%b", "a\\_b"),
        Allowed("Ids with wildcards of shells", "a*b", "a?b", "[ab]", "{a,b}", "*", "~", "a[!b]"),
        Allowed("Ids with slashes", "a/b", "a\\b", "/", "\\", "//a", "a/", "\\\\server\\share"),
        Allowed("Ids of dots", ".", "..", "../../etc/passwd", "a.", "a..b", ".hidden", "..\\.."),
        Allowed("Ids that differ in blanks alone", "a", " a", "a ", " ", "  ", "a b", "a  b", "\u00a0", "a\u00a0"),
        Allowed("Ids that differ in case alone", "a", "A", "ä", "Ä", "ß", "SS", "ss", "i", "I", "\u0130", "\u0131"),
        Allowed("Ids that look alike", "é", "e\u0301", "\u212b", "\u00c5", "A\u030a", "ﬁ", "fi", "а"),
        Allowed("Ids with characters beyond the first plane", "😀", "😀a", "a😀", "👩\u200d👩\u200d👧", "\U0010FFFF", "𠀀"),
        Allowed("Ids that UTF-16 and UTF-8 order differently", "\uFF5E", "😀", "\uFFFD", "\uE000", "𐀀", "z"),
        Allowed("Ids that run from right to left or show nothing", "\u202Eabc", "שלום", "\u200B", "\uFEFF", "\uFEFFa", "a\u200Bb", "ab"),
        Allowed("Ids of 512 bytes", new('x', 512), new('é', 256), string.Concat(Enumerable.Repeat("😀", 128)), new string('日', 170) + "xy"),
        Allowed("Ids that differ in the last of many bytes alone", new string('x', 511) + "a", new string('x', 511) + "b", new('x', 511), new('x', 510)),
        Allowed("Ids that are names of devices", "CON", "con", "NUL", "nul.txt", "AUX", "COM1", "LPT1.log", "PRN"),
        Allowed("Ids that look like values", "0", "00", "-1", "1e3", "NaN", "null", "NULL", "true", "undefined", "0x10", "[]"),
        Allowed("Ids that look like addresses", "a%2Fb", "a%00b", "a?b=c&d#e", "http://a/b", "a+b", "a&b", "a#b", "a@b"),
        Allowed("Ids with a dollar sign further back, or a colon", "a$", "a$snapshots:a", "snapshots:a", ":", "a:b", "#", "\uFF04"),
        Allowed("Ids that begin with other ids", "cart", "cart-", "cart-1", "cart-10", "cart-1/x", "car"),
        Forbidden("The id without characters", ""),
        Forbidden("An id of more than 512 bytes", new('x', 513), new('é', 257), new('x', 100_000)),
        Forbidden("An id with the character NUL", "a\0b", "\0", "a\0"),
        Forbidden("An id with a line break, at the end too,", "a\n", "a\nb", "a\r", "a\r\n", "\n"),
        Forbidden("An id with another control character", "a\tb", "\u007f", "a\u0085", "\u001b[0m", "\u009f"),
        Forbidden("An id with half a surrogate pair", "\ud800", "a\udc00b", "a\ud83d", "\udc00\ud800"),
        new("Users' ids do not start with a dollar sign", DollarAsync),
        new("Ids of Daybook's own streams have room for a user's id", SystemAsync),
    ];

    private static ComplianceCase Allowed(string what, params string[] ids) =>
        new(what + " work like any other, each on its own", (IEventStore store, CancellationToken token) => AllowedAsync(store, ids, token));

    private static ComplianceCase Forbidden(string what, params string[] ids) =>
        new(what + " is refused by every call", (IEventStore store, CancellationToken token) => ForbiddenAsync(store, ids, token));

    private static async Task AllowedAsync(IEventStore store, string[] ids, CancellationToken token)
    {
        AppendResult last = default;
        for (int i = 0; i < ids.Length; i++)
        {
            Check.Equal(0, (await store.AppendAsync(ids[i], i, 1, token)).FirstSequence);
            last = await store.AppendAsync(ids[i], 100 + i, 1, token);
        }

        for (int i = 0; i < ids.Length; i++)
        {
            using EventPage page = await store.ReadStreamAsync(ids[i], 0, 10, token);
            Check.Equal(2, page.Count);
            Check.Equal(ids[i], page.Events[0].StreamId);
            Check.Equal(Sample.Id(i), page.Events[0].Id);
            Check.Equal(ids[i], (await store.GetStreamInfoAsync(ids[i], token))!.StreamId);
        }

        Check.Sequence(ids.Order(StringComparer.Ordinal), await ListingCases.NamesAsync(store, "", 2, token));
        foreach (string prefix in ids)
        {
            Check.Sequence(ids.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal), await ListingCases.NamesAsync(store, prefix, 2, token));
        }

        IEnumerable<string> places = ids.Select(id => id + " 0").Concat(ids.Select(id => id + " 1"));
        Check.Sequence(places.Order(StringComparer.Ordinal), (await store.FeedPlacesAsync(last, token)).Order(StringComparer.Ordinal));
        Check.True(await store.DeleteStreamAsync(ids[0], default, token));
        Check.Sequence(ids[1..].Order(StringComparer.Ordinal), await ListingCases.NamesAsync(store, "", 1000, token));
    }

    private static async Task ForbiddenAsync(IEventStore store, string[] ids, CancellationToken token)
    {
        foreach (string id in ids)
        {
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.AppendAsync(id, 0, 1, token));
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.ReadStreamAsync(id, 0, 1, token));
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.GetStreamInfoAsync(id, token));
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.DeleteStreamAsync(id, default, token));
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.TruncateStreamAsync(id, 0, token));
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.ReplaceEventAsync(id, 0, Sample.Noted, default, token));
        }
    }

    private static async Task DollarAsync(IEventStore store, CancellationToken token)
    {
        foreach (string id in (string[])["$", "$mine", "$snapshots:a"])
        {
            _ = await Check.ThrowsAsync<InvalidStreamIdException>(async () => _ = await store.AppendAsync(id, 0, 1, token));
        }

        Check.Equal(0, (await ListingCases.NamesAsync(store, "$", 10, token)).Count);
    }

    private static async Task SystemAsync(IEventStore store, CancellationToken token)
    {
        string id = SystemStreams.SnapshotsOf(new string('é', 256));
        _ = await store.AppendSystemAsync(id, 0, token);
        Check.Equal(1, (await store.ReadAsync(id, token)).Count);
        Check.Equal(id, (await store.GetStreamInfoAsync(id, token))!.StreamId);
        Check.Sequence([id], await ListingCases.NamesAsync(store, "$snap", 10, token));
    }
}
