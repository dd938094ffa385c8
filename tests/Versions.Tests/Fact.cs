using Versions.App;

namespace Daybook.Tests.Versions;

/// <summary>One event that was recorded.</summary>
/// <param name="By">The version that recorded it.</param>
/// <param name="Command">What it was told.</param>
internal sealed record Fact(string By, Command Command)
{
    // What the programs that may run beside version 1 record is what version 1 knows; their channel and author stand behind that.
    internal decimal Price => By is "V2" or "V3" ? Command.Price : 0m;

    internal string Channel => By == "V1" ? "shop" : Command.Where!;

    internal string? Author => By == "V1" ? null : Command.Who;

    internal decimal Kilograms => Command.Count / 1000m;
}
