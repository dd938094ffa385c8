namespace Daybook;

/// <summary>Records a type, or one member, as another type. On a member it goes before the one on the member's type.</summary>
/// <param name="formatter">A type that implements <see cref="IFormatter{T, TWire}"/> for the marked type.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum
    | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter,
    Inherited = false)]
public sealed class FormatterAttribute(Type formatter) : Attribute
{
    /// <summary>The type that converts.</summary>
    public Type Formatter { get; } = formatter;
}
