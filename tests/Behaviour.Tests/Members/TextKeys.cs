namespace Daybook.Behaviour.Tests.Members;

/// <summary>What is text on the wire, as key.</summary>
[Event("members.text-keys")]
public partial record TextKeys(
    KeyForms<string> Text,
    KeyForms<decimal> Decimal,
    KeyForms<Guid> Id,
    KeyForms<Uri> Link,
    KeyForms<Version> Version,
    KeyForms<AppendableText> Grown);
