namespace Daybook.Behaviour.Library;

/// <summary>A car that is more than the case that the union lists.</summary>
public sealed record Taxi(string Name, int Doors, double Fare) : Vehicle.Car(Name, Doors);
