using Daybook.MessagePack;

namespace Daybook.Tests;

/// <summary>A MessagePack library of other people, behind a script that decodes and encodes with it.</summary>
/// <param name="program">What runs the script.</param>
/// <param name="script">Its file.</param>
/// <param name="probe">Arguments with which the program succeeds when the library is there.</param>
/// <param name="install">How to get the library.</param>
/// <param name="hasIntegers">Whether the language tells 1.0 from 1.</param>
internal sealed class ForeignLibrary(string program, string script, string[] probe, string install, bool hasIntegers)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "TestKit", "Foreign");

    public static ForeignLibrary JavaScript { get; } =
        new("node", "foreign.js", ["--input-type=module", "--eval", "import '@msgpack/msgpack'"], "npm ci in tests/TestKit/Foreign", hasIntegers: false);

    // Not just any python3: python3-msgpack belongs to Debian's own.
    public static ForeignLibrary Python { get; } =
        new("/usr/bin/python3", "foreign.py", ["-c", "import msgpack"], "apt-get install python3-msgpack", hasIntegers: true);

    /// <summary>
    /// Sends every payload there and back in one run; skips the test where the library is not installed. Every case must agree, but for those
    /// whose names are given as what the language has no value for: of these none may.
    /// </summary>
    public async Task AgreesAsync(IReadOnlyCollection<ForeignCase> cases, params string[] lacking)
    {
        Assert.SkipUnless(await IsInstalledAsync(), $"{program} has no MessagePack library: {install}, or eng/install-test-tools.sh");
        string input = string.Concat(cases.Select(each => Convert.ToHexStringLower(each.Payload) + "\n"));
        var run = await Command.RunAsync(program, [Path.Combine(Folder, script)], input);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        string[] answers = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Count, answers.Length);
        var judged = cases.Zip(answers, (own, answer) => (own.Name, Complaint: Complaint(own, answer))).ToList();
        Assert.All(judged.Where(each => !lacking.Contains(each.Name)), each => Assert.True(each.Complaint is null, $"{each.Name}: {each.Complaint}"));
        Assert.Equal(lacking.Order(StringComparer.Ordinal), judged.Where(each => each.Complaint is not null).Select(each => each.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(judged.Where(each => lacking.Contains(each.Name)), each => Assert.True(each.Complaint is not null, $"{each.Name} agrees after all."));
    }

    private string? Complaint(ForeignCase own, string answer)
    {
        string[] parts = answer.Split(' ', 2);
        if (parts[0] == "?")
        {
            return parts[1];
        }

        byte[] foreign = Convert.FromHexString(parts[1]);
        return Difference("reads", own.Description, parts[0])
            ?? Difference("writes", own.Description, Description.Of(foreign))
            ?? Difference("encodes", Convert.ToHexStringLower(Encoding(own.Payload)), Convert.ToHexStringLower(Encoding(foreign)))
            ?? (own.ReadsBack(foreign) ? null : "writes what we read as another value");
    }

    private static string? Difference(string verb, string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        int start = Math.Max(0, expected.AsSpan().CommonPrefixLength(actual) - 40);
        return $"{verb} …{Excerpt(actual)}… instead of …{Excerpt(expected)}…";

        string Excerpt(string text) => text.Substring(start, Math.Min(80, text.Length - start));
    }

    /// <summary>
    /// The payload with its floats as the library writes them: in 64 bits, those without a fraction as integers where these are the same. All
    /// else has one encoding, that of the writer and of both libraries.
    /// </summary>
    private byte[] Encoding(byte[] payload)
    {
        using var buffer = new PooledBuffer();
        var writer = new MessagePackWriter(buffer);
        var reader = new MessagePackReader(payload);
        while (!reader.End)
        {
            int start = reader.Position;
            switch (reader.PeekType())
            {
                case MessagePackType.Float:
                    WriteFloat(ref writer, reader.ReadDouble());
                    continue;
                case MessagePackType.Array:
                    reader.ReadArrayHeader();
                    break;
                case MessagePackType.Map:
                    reader.ReadMapHeader();
                    break;
                default:
                    reader.Skip();
                    break;
            }

            writer.WriteRaw(payload.AsSpan(start, reader.Position - start));
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private void WriteFloat(ref MessagePackWriter writer, double value)
    {
        if (!hasIntegers && double.IsInteger(value) && Math.Abs(value) < 1L << 53)
        {
            writer.Write((long)value);
        }
        else
        {
            // One of the many NaN.
            writer.Write(double.IsNaN(value) ? double.NaN : value);
        }
    }

    private async Task<bool> IsInstalledAsync()
    {
        try
        {
            return (await Command.RunAsync(program, probe, directory: Folder)).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
