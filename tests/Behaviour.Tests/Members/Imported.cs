using Daybook.Behaviour.Library;

namespace Daybook.Behaviour.Tests.Members;

/// <summary>Types of another assembly.</summary>
[Event("members.imported")]
public partial record Imported(Account Account, Settings Settings, Interval Interval, Box<Box<string?>> Box, Tags Tags, Numbers Numbers, Vehicle? Vehicle = null);
