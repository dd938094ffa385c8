"""Prints the bytes of every sample in docs/types.md: the C# type, a tab, and the hex of each sample, separated by blanks.

Written from the layouts of MessagePack-CSharp 3.1.8's standard resolver and the MessagePack specification, on top of python3-msgpack. Nothing
here knows Daybook."""

import struct

import msgpack

pack = msgpack.packb


def f32(*values):
    return [pack(value, use_single_float=True) for value in values]


def f64(*values):
    return [pack(value) for value in values]


def ints(*values):
    return [pack(value) for value in values]


def array(*parts):
    packer = msgpack.Packer()
    return packer.pack_array_header(len(parts)) + b"".join(parts)


def mapping(*entries):
    packer = msgpack.Packer()
    return packer.pack_map_header(len(entries)) + b"".join(key + value for key, value in entries)


def timestamp(seconds, nanoseconds=0):
    return pack(msgpack.Timestamp(seconds, nanoseconds))


def little(value, length):
    return pack(value.to_bytes(length, "little", signed=value < 0))


def words(*values):
    return array(*(pack(value) for value in values))


one_two = array(*ints(1, 2))
one_two_three = array(*ints(1, 2, 3))
ab = words("a", "b")
by_word = mapping((pack("a"), pack(1)), (pack("b"), pack(2)))
nan32 = b"\xca" + struct.pack(">I", 0xFFC00000)
nan64 = b"\xcb" + struct.pack(">Q", 0xFFF8000000000000)

GOLDEN = {
    # Scalars
    "bool": [pack(False), pack(True)],
    "sbyte": ints(-128, -33, -32, -1, 0, 127),
    "short": ints(-32768, -129, -128, 255, 256, 32767),
    "int": ints(-2147483648, -32769, -32768, 65535, 65536, 2147483647),
    "long": ints(-(2**63), -(2**31) - 1, 2**32 - 1, 2**32, 2**63 - 1),
    "byte": ints(0, 127, 128, 255),
    "ushort": ints(0, 255, 256, 65535),
    "uint": ints(0, 65535, 65536, 2**32 - 1),
    "ulong": ints(0, 2**32 - 1, 2**63, 2**64 - 1),
    "Half": f32(1.5, -65504.0) + [nan32],
    "float": f32(1.5, -0.0, float("inf"), struct.unpack(">f", bytes.fromhex("00000001"))[0]) + [nan32],
    "double": f64(-2.25, -0.0, float("-inf"), 5e-324) + [nan64],
    "Int128": [little(0, 16), little(-1, 16), little(2**127 - 1, 16)],
    "UInt128": [little(1, 16), little(2**128 - 1, 16)],
    "BigInteger": [pack(b"\x00"), pack(b"\xff"), pack(b"\x80\x00"), little(10**20, 9)],
    "decimal": [pack("9.950"), pack("-79228162514264337593543950335"), pack("0")],
    "char": ints(0x61, 0x20AC),
    "Rune": ints(0x61, 0x1F600),
    "string": [pack(""), pack("text"), pack("ü€😀")],
    "StringBuilder": [pack("text")],
    "AppendableText": [pack("text")],
    "Guid": [pack("01234567-89ab-cdef-0123-456789abcdef")],
    "DateTime": [timestamp(0), timestamp(1767323045), timestamp(1767323045, 100), timestamp(-62135596800)],
    "DateTimeOffset": [array(timestamp(1767323045), pack(120)), array(timestamp(0), pack(-90))],
    "TimeSpan": ints(17, -(2**63)),
    "DateOnly": ints(0, 739617),
    "TimeOnly": ints(0, 863999999999),
    "Uri": [pack("https://example.org/a"), pack("/a b")],
    "Version": [pack("1.2"), pack("1.2.3.4")],
    "JsonElement": [pack('{"a":[1,null]}'), pack("null")],
    "Index": ints(3, -1, -3),
    # Bytes
    "byte[]": [pack(b""), pack(b"\x01\x02")],
    "Memory<byte>": [pack(b"\x01\x02")],
    "ReadOnlyMemory<byte>": [pack(b"\x01\x02")],
    "ArraySegment<byte>": [pack(b"\x02\x03")],
    "ReadOnlySequence<byte>": [pack(b"\x01\x02")],
    "List<byte>": [array(*ints(1, 255))],
    "ImmutableArray<byte>": [array(*ints(1, 255))],
    # Fixed rows of values
    "Range": [array(*ints(1, -2)), array(*ints(0, -1))],
    "Complex": [array(*f64(1.5, -2.0))],
    "Vector2": [array(*f32(1.0, 2.0))],
    "Vector3": [array(*f32(1.0, 2.0, 3.0))],
    "Vector4": [array(*f32(1.0, 2.0, 3.0, 4.0))],
    "Quaternion": [array(*f32(1.0, 2.0, 3.0, 4.0))],
    "Matrix3x2": [array(*f32(1.0, 2.0, 3.0, 4.0, 5.0, 6.0))],
    "Matrix4x4": [array(*f32(*(float(i) for i in range(1, 17))))],
    "KeyValuePair<string, int>": [array(pack("a"), pack(1))],
    "Tuple<int>": [array(pack(1))],
    "Tuple<int, string>": [array(pack(1), pack("b"))],
    "Tuple<int, int, int>": [array(*ints(1, 2, 3))],
    "Tuple<int, int, int, int>": [array(*ints(1, 2, 3, 4))],
    "Tuple<int, int, int, int, int>": [array(*ints(1, 2, 3, 4, 5))],
    "Tuple<int, int, int, int, int, int>": [array(*ints(1, 2, 3, 4, 5, 6))],
    "Tuple<int, int, int, int, int, int, int>": [array(*ints(1, 2, 3, 4, 5, 6, 7))],
    "Tuple<int, int, int, int, int, int, int, Tuple<int>>": [array(*ints(1, 2, 3, 4, 5, 6, 7), array(pack(8)))],
    "ValueTuple<int>": [array(pack(1))],
    "(int, string)": [array(pack(1), pack("b"))],
    "(int, int, int, int, int, int, int)": [array(*ints(1, 2, 3, 4, 5, 6, 7))],
    "(int, int, int, int, int, int, int, int)": [array(*ints(1, 2, 3, 4, 5, 6, 7), array(pack(8)))],
    "(int, int, int, int, int, int, int, string, int)": [array(*ints(1, 2, 3, 4, 5, 6, 7), array(pack("h"), pack(9)))],
    # Lists
    "int[]": [array(), one_two_three],
    "string[]": [ab],
    "int[][]": [array(one_two, array())],
    "int[,]": [array(*ints(2, 3), array(*ints(1, 2, 3, 4, 5, 6))), array(*ints(0, 5), array())],
    "int[,,]": [array(*ints(1, 2, 2), array(*ints(1, 2, 3, 4)))],
    "int[,,,]": [array(*ints(1, 2, 1, 2), array(*ints(1, 2, 3, 4)))],
    "int[][,]": [array(array(*ints(1, 2), one_two))],
    "int[,][]": [array(*ints(1, 2), array(array(pack(1)), array()))],
    "List<int>": [one_two_three],
    "IList<int>": [one_two_three],
    "ICollection<int>": [one_two_three],
    "IEnumerable<int>": [one_two_three, one_two],
    "IReadOnlyList<int>": [one_two_three],
    "IReadOnlyCollection<int>": [one_two_three],
    "Collection<int>": [one_two_three],
    "ReadOnlyCollection<int>": [one_two_three],
    "ObservableCollection<int>": [one_two_three],
    "ReadOnlyObservableCollection<int>": [one_two_three],
    "LinkedList<int>": [one_two_three],
    "Queue<int>": [one_two_three],
    "Stack<int>": [array(*ints(3, 2, 1))],
    "ConcurrentQueue<int>": [one_two_three],
    "ConcurrentStack<int>": [array(*ints(3, 2, 1))],
    "ConcurrentBag<int>": [one_two_three],
    "PriorityQueue<string, int>": [array(array(pack("b"), pack(1)), array(pack("a"), pack(2)))],
    "ImmutableArray<int>": [one_two_three],
    "ImmutableList<int>": [one_two_three],
    "IImmutableList<int>": [one_two_three],
    "ImmutableQueue<int>": [one_two_three],
    "IImmutableQueue<int>": [one_two_three],
    "ImmutableStack<int>": [array(*ints(3, 2, 1))],
    "IImmutableStack<int>": [array(*ints(3, 2, 1))],
    "AppendableList<int>": [one_two_three],
    "Memory<int>": [one_two_three],
    "ReadOnlyMemory<int>": [one_two_three],
    "ArraySegment<int>": [array(*ints(2, 3))],
    "ReadOnlySequence<int>": [one_two_three],
    "BitArray": [array(pack(True), pack(False), pack(True))],
    # Sets
    "HashSet<string>": [ab],
    "ISet<string>": [ab],
    "IReadOnlySet<string>": [ab],
    "ReadOnlySet<string>": [ab],
    "SortedSet<int>": [array(*ints(-1, 1, 2))],
    "FrozenSet<string>": [ab],
    "ImmutableHashSet<string>": [ab],
    "IImmutableSet<string>": [ab],
    "ImmutableSortedSet<int>": [array(*ints(-1, 1, 2))],
    # Maps
    "Dictionary<string, int>": [mapping((pack("b"), pack(2)), (pack("a"), pack(1)))],
    "IDictionary<string, int>": [by_word],
    "IReadOnlyDictionary<string, int>": [by_word],
    "ReadOnlyDictionary<string, int>": [by_word],
    "OrderedDictionary<string, int>": [mapping((pack("b"), pack(2)), (pack("a"), pack(1)))],
    "SortedDictionary<int, string>": [mapping((pack(-1), pack("b")), (pack(1), pack("a")))],
    "SortedList<int, string>": [mapping((pack(-1), pack("b")), (pack(1), pack("a")))],
    "ConcurrentDictionary<string, int>": [by_word],
    "FrozenDictionary<string, int>": [by_word],
    "ImmutableDictionary<string, int>": [by_word],
    "IImmutableDictionary<string, int>": [by_word],
    "ImmutableSortedDictionary<int, string>": [mapping((pack(-1), pack("b")), (pack(1), pack("a")))],
    # Types of one's own
    "Colour": ints(2, -7),
    "Point": [array(*ints(1, -2))],
    "Money": [array(pack("1.50"), pack("EUR"))],
    "Page<string>": [array(ab, pack(7))],
    "Node": [array(pack("a"), array(array(pack("b"), array(), pack(None))), array(pack("c"), array(), pack(None)))],
    "Tags": [ab],
    "CountDictionary": [by_word],
}

if __name__ == "__main__":
    for name, samples in GOLDEN.items():
        print(name + "\t" + " ".join(sample.hex() for sample in samples))
