namespace Daybook.Behaviour.Library;

/// <summary>A vehicle that the union does not list, which no rule sees in a project without analyzers.</summary>
public sealed record Tram(string Name) : Vehicle(Name);
