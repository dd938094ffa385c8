using System.Reflection.Emit;

namespace Daybook.DerivedDatabase;

/// <summary>An instruction that names a method or a type.</summary>
/// <param name="Code">The instruction.</param>
/// <param name="Token">What it names.</param>
internal readonly record struct Instruction(OpCode Code, int Token);
