using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Daybook.DerivedDatabase;

/// <summary>One assembly of the framework, with its types and methods by name.</summary>
internal sealed class CodeModule : IDisposable
{
    private readonly PEReader _file;
    private readonly Dictionary<(string Space, string Name), TypeDefinitionHandle> _types = [];
    private readonly Dictionary<(TypeDefinitionHandle Outer, string Name), TypeDefinitionHandle> _nested = [];
    private readonly Dictionary<(string Space, string Name), string> _forwarded = [];
    private readonly Dictionary<TypeDefinitionHandle, ILookup<string, MethodDefinitionHandle>> _methods = [];

    public CodeModule(string path, int firstMethod)
    {
        Path = path;
        FirstMethod = firstMethod;
        _file = new(File.OpenRead(path));
        Metadata = _file.GetMetadataReader();
        foreach (TypeDefinitionHandle handle in Metadata.TypeDefinitions)
        {
            TypeDefinition type = Metadata.GetTypeDefinition(handle);
            string name = Metadata.GetString(type.Name);
            if (type.IsNested)
            {
                _nested[(type.GetDeclaringType(), name)] = handle;
            }
            else
            {
                _types[(Metadata.GetString(type.Namespace), name)] = handle;
            }
        }

        foreach (ExportedType type in Metadata.ExportedTypes.Select(Metadata.GetExportedType).Where(type => type.Implementation.Kind == HandleKind.AssemblyReference))
        {
            AssemblyReference target = Metadata.GetAssemblyReference((AssemblyReferenceHandle)type.Implementation);
            _forwarded[(Metadata.GetString(type.Namespace), Metadata.GetString(type.Name))] = Metadata.GetString(target.Name);
        }
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public MetadataReader Metadata { get; }

    /// <summary>The number of its first method among those of all modules.</summary>
    public int FirstMethod { get; }

    public int MethodCount => Metadata.MethodDefinitions.Count;

    /// <summary>The types that it only leads to, by namespace and name, and the assembly that has them.</summary>
    public IReadOnlyDictionary<(string Space, string Name), string> Forwarded => _forwarded;

    public TypeDefinitionHandle? Find(string space, string name) => _types.TryGetValue((space, name), out TypeDefinitionHandle type) ? type : null;

    public TypeDefinitionHandle? FindNested(TypeDefinitionHandle outer, string name) => _nested.TryGetValue((outer, name), out TypeDefinitionHandle type) ? type : null;

    public IEnumerable<MethodDefinitionHandle> Methods(TypeDefinitionHandle type, string name)
    {
        if (!_methods.TryGetValue(type, out ILookup<string, MethodDefinitionHandle>? methods))
        {
            methods = Metadata.GetTypeDefinition(type).GetMethods().ToLookup(handle => Metadata.GetString(Metadata.GetMethodDefinition(handle).Name));
            _methods.Add(type, methods);
        }

        return methods[name];
    }

    public IEnumerable<Instruction> Instructions(MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? [] : InstructionReader.Read(_file.GetMethodBody(method.RelativeVirtualAddress).GetILReader());

    public int NumberOf(MethodDefinitionHandle method) => FirstMethod + MetadataTokens.GetRowNumber(method) - 1;

    public void Dispose() => _file.Dispose();
}
