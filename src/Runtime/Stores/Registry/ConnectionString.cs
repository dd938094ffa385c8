using System.Collections.Immutable;
using System.Globalization;
using Daybook.Stores;

namespace Daybook;

/// <summary>
/// Where a store lives and how to open it, as one text: <c>scheme:path?option=value&amp;option=value</c>, such as
/// <c>file:./events?readonly=true</c>. In path, names and values <c>%</c> and two hexadecimal digits stand for a byte of UTF-8.
/// </summary>
public sealed class ConnectionString
{
    internal ConnectionString(string text, string scheme, string path, ImmutableSortedDictionary<string, string> options)
    {
        Text = text;
        Scheme = scheme;
        Path = path;
        Options = options;
    }

    /// <summary>The text as it was given, for a store that reads it in its own way. It may hold a password.</summary>
    public string Text { get; }

    /// <summary>What kind of store it is, in lower case.</summary>
    public string Scheme { get; }

    /// <summary>Where the store lives: what stands between the scheme and the options, decoded.</summary>
    public string Path { get; }

    /// <summary>The options by name, decoded; names are compared without regard to case.</summary>
    public ImmutableSortedDictionary<string, string> Options { get; }

    /// <summary>Reads a connection string.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its parts.</returns>
    /// <exception cref="InvalidConnectionStringException">The text has another form.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ConnectionStringParser.Parse(text);
    }

    /// <summary>An option that is <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">The option.</param>
    /// <returns>Its value; false when it is not there.</returns>
    /// <exception cref="InvalidConnectionStringException">The value is neither.</exception>
    public bool GetBoolean(string name) => GetOneOf(name, false, ("true", true), ("false", false));

    /// <summary>An option that is a whole number.</summary>
    /// <param name="name">The option.</param>
    /// <param name="otherwise">The value when it is not there.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="InvalidConnectionStringException">The value is no such number, or a negative one.</exception>
    public int GetNumber(string name, int otherwise)
    {
        return !Options.TryGetValue(name, out string? value) ? otherwise
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : throw Unusable(name, value, "a whole number");
    }

    /// <summary>An option that is a span of time, such as <c>7.00:00:00</c> for seven days.</summary>
    /// <param name="name">The option.</param>
    /// <returns>Its value; null when it is not there.</returns>
    /// <exception cref="InvalidConnectionStringException">The value is no span of time, or a negative one.</exception>
    public TimeSpan? GetTimeSpan(string name)
    {
        return !Options.TryGetValue(name, out string? value) ? null
            : TimeSpan.TryParseExact(value, "c", CultureInfo.InvariantCulture, out TimeSpan time) && time >= TimeSpan.Zero ? time
            : throw Unusable(name, value, "a span of time such as 7.00:00:00 (days.hours:minutes:seconds)");
    }

    /// <summary>An option that has one of a few values.</summary>
    /// <typeparam name="T">What the values stand for.</typeparam>
    /// <param name="name">The option.</param>
    /// <param name="otherwise">The value when it is not there.</param>
    /// <param name="choices">The values by name.</param>
    /// <returns>What the value stands for.</returns>
    /// <exception cref="InvalidConnectionStringException">The value is none of them.</exception>
    public T GetOneOf<T>(string name, T otherwise, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        if (!Options.TryGetValue(name, out string? value))
        {
            return otherwise;
        }

        var names = new List<string>(choices.Length);
        foreach ((string choice, T meaning) in choices)
        {
            if (string.Equals(choice, value, StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }

            names.Add(choice);
        }

        throw Unusable(name, value, string.Join(" or ", names));
    }

    private static InvalidConnectionStringException Unusable(string name, string value, string wanted) =>
        new($"The option '{name}' cannot be '{value}'; it is {wanted}.");
}
