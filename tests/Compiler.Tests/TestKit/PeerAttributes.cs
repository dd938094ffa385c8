namespace Daybook.Compiler.Tests.TestKit;

/// <summary>MessagePack-CSharp's attributes with the signatures of 3.x; the package itself is not needed to read them.</summary>
internal static class PeerAttributes
{
    public const string Source =
        """

        namespace MessagePack
        {
            using System;

            [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
            public class MessagePackObjectAttribute : Attribute
            {
                public MessagePackObjectAttribute(bool keyAsPropertyName = false) => KeyAsPropertyName = keyAsPropertyName;
                public bool KeyAsPropertyName { get; }
                public bool SuppressSourceGeneration { get; set; }
                public bool AllowPrivate { get; set; }
            }

            [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = false, Inherited = true)]
            public class KeyAttribute : Attribute
            {
                public KeyAttribute(int x) => IntKey = x;
                public KeyAttribute(string x) => StringKey = x;
                public int? IntKey { get; }
                public string? StringKey { get; }
            }

            [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = false, Inherited = true)]
            public class IgnoreMemberAttribute : Attribute { }

            [AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
            public class UnionAttribute : Attribute
            {
                public UnionAttribute(int key, Type subType) => (Key, SubType) = (key, subType);
                public UnionAttribute(int key, string subType) => (Key, SubType) = (key, Type.GetType(subType)!);
                public int Key { get; }
                public Type SubType { get; }
            }

            [AttributeUsage(AttributeTargets.Constructor, AllowMultiple = false, Inherited = true)]
            public class SerializationConstructorAttribute : Attribute { }

            [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue, AllowMultiple = false, Inherited = true)]
            public class MessagePackFormatterAttribute : Attribute
            {
                public MessagePackFormatterAttribute(Type formatterType) => FormatterType = formatterType;
                public MessagePackFormatterAttribute(Type formatterType, params object?[]? arguments) => (FormatterType, Arguments) = (formatterType, arguments);
                public Type FormatterType { get; }
                public object?[]? Arguments { get; }
            }
        }
        """;
}
