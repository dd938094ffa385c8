#pragma warning disable DAY1113 // What happens to it at run time is what the test is about.
namespace Daybook.Behaviour.Tests.Members;

public sealed record Ring(double Radius, double Width) : Figure.Circle(Radius);
