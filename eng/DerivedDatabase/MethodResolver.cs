using System.Reflection.Metadata;

namespace Daybook.DerivedDatabase;

/// <summary>Finds the definitions of what code names, through forwarded types and across assemblies.</summary>
internal sealed class MethodResolver(IReadOnlyDictionary<string, CodeModule> modules)
{
    private readonly SignatureText _text = new();
    private readonly Dictionary<(CodeModule, MethodDefinitionHandle), string> _signatures = [];

    public (CodeModule Module, MethodDefinitionHandle Method)? Method(CodeModule module, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.MethodDefinition => (module, (MethodDefinitionHandle)handle),
        HandleKind.MethodSpecification => Method(module, module.Metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
        HandleKind.MemberReference => Member(module, module.Metadata.GetMemberReference((MemberReferenceHandle)handle)),
        _ => null,
    };

    public (CodeModule Module, TypeDefinitionHandle Type)? Type(CodeModule module, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => (module, (TypeDefinitionHandle)handle),
        HandleKind.TypeReference => Reference(module, module.Metadata.GetTypeReference((TypeReferenceHandle)handle)),
        HandleKind.TypeSpecification => Specification(module, module.Metadata.GetTypeSpecification((TypeSpecificationHandle)handle)),
        _ => null,
    };

    private (CodeModule, MethodDefinitionHandle)? Member(CodeModule module, MemberReference member)
    {
        if (member.Parent.Kind == HandleKind.MethodDefinition)
        {
            return (module, (MethodDefinitionHandle)member.Parent);
        }

        string name = module.Metadata.GetString(member.Name);
        string? signature = null;
        for (var type = Type(module, member.Parent); type is var (home, definition); type = Type(home, home.Metadata.GetTypeDefinition(definition).BaseType))
        {
            MethodDefinitionHandle[] methods = [.. home.Methods(definition, name)];
            foreach (MethodDefinitionHandle method in methods)
            {
                signature ??= SignatureText.Of(member.DecodeMethodSignature(_text, null));
                if (string.Equals(signature, SignatureOf(home, method), StringComparison.Ordinal))
                {
                    return (home, method);
                }
            }
        }

        return null;
    }

    private string SignatureOf(CodeModule module, MethodDefinitionHandle method)
    {
        if (!_signatures.TryGetValue((module, method), out string? signature))
        {
            signature = SignatureText.Of(module.Metadata.GetMethodDefinition(method).DecodeSignature(_text, null));
            _signatures.Add((module, method), signature);
        }

        return signature;
    }

    private (CodeModule, TypeDefinitionHandle)? Reference(CodeModule module, TypeReference reference)
    {
        string name = module.Metadata.GetString(reference.Name);
        string space = module.Metadata.GetString(reference.Namespace);
        switch (reference.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                return Type(module, reference.ResolutionScope) is var (home, outer) && home.FindNested(outer, name) is { } nested ? (home, nested) : null;
            case HandleKind.AssemblyReference:
                return Named(module.Metadata.GetString(module.Metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name), space, name);
            default:
                return module.Find(space, name) is { } own ? (module, own) : null;
        }
    }

    private (CodeModule, TypeDefinitionHandle)? Named(string assembly, string space, string name) =>
        !modules.TryGetValue(assembly, out CodeModule? module) ? null
        : module.Find(space, name) is { } type ? (module, type)
        : module.Forwarded.TryGetValue((space, name), out string? target) ? Named(target, space, name)
        : null;

    // Of constructed types only the definition matters; arrays and pointers have no code of their own.
    private (CodeModule, TypeDefinitionHandle)? Specification(CodeModule module, TypeSpecification specification)
    {
        BlobReader blob = module.Metadata.GetBlobReader(specification.Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        _ = blob.ReadByte();
        return Type(module, blob.ReadTypeHandle());
    }
}
