namespace Daybook;

/// <summary>
/// Leaves a member out of the payload and the schema. What is read back has there what the declaration says: the
/// initializer, or the default of the constructor's parameter.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, Inherited = false)]
public sealed class WireIgnoreAttribute : Attribute;
