namespace Daybook.Behaviour.Library;

/// <summary>Required, init-only and settable members, and a field.</summary>
public class Settings
{
    public required string Name { get; init; }

    public int Retries { get; init; } = 3;

    public bool IsActive { get; set; } = true;

    public long Limit = 10;
}
