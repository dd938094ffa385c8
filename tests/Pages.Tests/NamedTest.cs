using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit.v3;

namespace Daybook.Pages;

/// <summary>A test as pages name it: <c>Project/Class.Method</c>.</summary>
internal static partial class NamedTest
{
    private static readonly MethodInfo Skip = typeof(Assert).GetMethod(nameof(Assert.Skip))!;

    /// <summary>Why this is no test that runs; null when it is one.</summary>
    internal static string? Fault(string name)
    {
        Match parts = Name().Match(name);
        if (!parts.Success)
        {
            return "is not written as Project/Class.Method";
        }

        if (TestAssembly.ClassesOf(parts.Groups[1].Value) is not { } classes)
        {
            return "is of a project that is not in the solution or was not built";
        }

        return classes.Where(type => type.Name == parts.Groups[2].Value).ToArray() is not [var type] ? "is of a class that is not there, or there more than once"
            : type.IsAbstract && !classes.Any(other => !other.IsAbstract && other.IsSubclassOf(type)) ? "is of a class of which there are no instances"
            : type.GetMethod(parts.Groups[3].Value) is not { } method ? "is not there"
            : Fault(method);
    }

    /// <summary>Why this method does not run as a test. It may be skipped on some machines, by a condition, but not everywhere.</summary>
    internal static string? Fault(MethodInfo method) =>
        method.GetCustomAttributes<Attribute>().OfType<IFactAttribute>().SingleOrDefault() is not { } fact ? "is not a test"
        : fact is { Skip: not null, SkipUnless: null, SkipWhen: null } || SkipsItself(method) ? "is skipped"
        : null;

    private static bool SkipsItself(MethodInfo method)
    {
        Type? steps = method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType;
        MethodBase body = steps?.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic) ?? method;
        byte[] code = body.GetMethodBody()!.GetILAsByteArray()!;
        return Enumerable.Range(0, int.Max(code.Length - sizeof(int), 0)).Any(at => code[at] == OpCodes.Call.Value && IsSkip(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at + 1))));

        // Not every such byte begins a call; what is no method's number is none.
        bool IsSkip(int token)
        {
            try
            {
                return token >> 24 == 0x0A && body.Module.ResolveMember(token, body.DeclaringType!.GetGenericArguments(), null) == Skip;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    [GeneratedRegex(@"^([\w.]+)/(\w+)\.(\w+)\z")]
    private static partial Regex Name();
}
