namespace Daybook.Tests.Determinism;

[Event("guest.came")] public partial record Came(string Name);
[Event("guest.left")] public partial record Left(string Name);
[Event("guest.paid")] public partial record Paid(decimal Amount);
