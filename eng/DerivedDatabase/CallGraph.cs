using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Daybook.DerivedDatabase;

/// <summary>
/// Who calls whom in the framework, by the code itself: calls whose target is certain, constructors, and methods that delegates are made of. Virtual calls are left out: what they
/// reach is a matter of the object, and following them leads from everything to everything. Static constructors are left out too: they run once a process, whoever comes first, and
/// what they keep is the same for all; a row would name members by chance.
/// </summary>
internal sealed class CallGraph : IDisposable
{
    private readonly List<CodeModule> _modules = [];
    private readonly Dictionary<string, CodeModule> _byName;
    private readonly MethodResolver _resolver;
    private readonly HashSet<(string Space, string Name)> _shown;

    public CallGraph(IEnumerable<string> assemblies)
    {
        foreach (string path in assemblies)
        {
            _modules.Add(new(path, Count));
            Count += _modules[^1].MethodCount;
        }

        _byName = _modules.ToDictionary(module => module.Name, StringComparer.Ordinal);
        _resolver = new(_byName);
        _shown = [.. _modules.Where(module => !IsPrivate(module.Name)).SelectMany(module => module.Forwarded.Keys)];
        var callers = new List<int>?[Count];
        foreach (CodeModule module in _modules)
        {
            foreach (MethodDefinitionHandle handle in module.Metadata.MethodDefinitions)
            {
                foreach (int target in Targets(module, module.Metadata.GetMethodDefinition(handle)))
                {
                    (callers[target] ??= []).Add(module.NumberOf(handle));
                }
            }
        }

        Callers = callers;
    }

    /// <summary>How many methods there are. They have numbers in the order of assemblies and their rows.</summary>
    public int Count { get; }

    /// <summary>The methods that call each; null when none does.</summary>
    public IReadOnlyList<IReadOnlyList<int>?> Callers { get; }

    /// <summary>The number of a method by its token.</summary>
    public int NumberOf(string assembly, int token) => _byName[assembly].NumberOf((MethodDefinitionHandle)MetadataTokens.EntityHandle(token));

    /// <summary>Whether somebody can name a type outside of the framework: the private assemblies show what others forward to them.</summary>
    public bool IsShown(string assembly, string space, string name) =>
        !IsPrivate(assembly) || _shown.Contains((space, name));

    public void Dispose() => _modules.ForEach(module => module.Dispose());

    private static bool IsPrivate(string assembly) => assembly.StartsWith("System.Private.", StringComparison.Ordinal);

    private SortedSet<int> Targets(CodeModule module, MethodDefinition method)
    {
        var targets = new SortedSet<int>();
        foreach (Instruction instruction in module.Instructions(method))
        {
            EntityHandle handle = MetadataTokens.EntityHandle(instruction.Token);
            if (_resolver.Method(module, handle) is var (home, target) && IsCertain(instruction.Code, home.Metadata, target))
            {
                _ = targets.Add(home.NumberOf(target));
                targets.UnionWith(StateMachines(module, handle, home, target));
            }
        }

        return targets;
    }

    private static bool IsCertain(OpCode code, MetadataReader metadata, MethodDefinitionHandle handle)
    {
        MethodDefinition target = metadata.GetMethodDefinition(handle);
        return code == OpCodes.Call || code == OpCodes.Newobj || code == OpCodes.Ldftn || code == OpCodes.Jmp
            || (code == OpCodes.Callvirt
                && (!target.Attributes.HasFlag(MethodAttributes.Virtual) || target.Attributes.HasFlag(MethodAttributes.Final)
                    || metadata.GetTypeDefinition(target.GetDeclaringType()).Attributes.HasFlag(TypeAttributes.Sealed)));
    }

    // An iterator makes its machine, an async method starts it: what the machine does counts as done by both.
    private IEnumerable<int> StateMachines(CodeModule module, EntityHandle called, CodeModule home, MethodDefinitionHandle target)
    {
        MethodDefinition method = home.Metadata.GetMethodDefinition(target);
        IEnumerable<(CodeModule, TypeDefinitionHandle)?> types = [];
        if (home == module && home.Metadata.StringComparer.Equals(method.Name, ".ctor"))
        {
            types = [(home, method.GetDeclaringType())];
        }
        else if (called.Kind == HandleKind.MethodSpecification && home.Metadata.StringComparer.Equals(method.Name, "Start"))
        {
            types = StartedType(module, (MethodSpecificationHandle)called);
        }

        foreach ((CodeModule, TypeDefinitionHandle)? type in types)
        {
            if (type is var (machineHome, machine) && machineHome.Metadata.GetString(machineHome.Metadata.GetTypeDefinition(machine).Name).StartsWith('<'))
            {
                foreach (MethodDefinitionHandle next in machineHome.Methods(machine, "MoveNext"))
                {
                    yield return machineHome.NumberOf(next);
                }
            }
        }
    }

    private IEnumerable<(CodeModule, TypeDefinitionHandle)?> StartedType(CodeModule module, MethodSpecificationHandle handle)
    {
        BlobReader blob = module.Metadata.GetBlobReader(module.Metadata.GetMethodSpecification(handle).Signature);
        _ = blob.ReadSignatureHeader();
        _ = blob.ReadCompressedInteger();
        int code = blob.ReadCompressedInteger();
        if (code == (int)SignatureTypeCode.GenericTypeInstance)
        {
            code = blob.ReadCompressedInteger();
        }

        return code is (int)SignatureTypeKind.Class or (int)SignatureTypeKind.ValueType ? [_resolver.Type(module, blob.ReadTypeHandle())] : [];
    }
}
