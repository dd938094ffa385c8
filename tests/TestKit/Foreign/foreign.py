"""Reads lines of hex on standard input. For each: decodes it with python3-msgpack and prints a description of the value, a blank, and the hex
that the library encodes the value to. Description.cs describes values the same way."""

import struct
import sys

import msgpack


def describe(value):
    if value is None:
        return "nil"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"i:{value}"
    if isinstance(value, float):
        if value != value:
            return "f:nan"
        if value.is_integer() and abs(value) < 2**53:
            return f"i:{int(value)}"
        return "f:" + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return "s:" + value.encode("utf-8", "surrogatepass").hex()
    if isinstance(value, bytes):
        return "b:" + value.hex()
    if isinstance(value, msgpack.Timestamp):
        return f"t:{value.seconds}:{value.nanoseconds}"
    if isinstance(value, msgpack.ExtType):
        return f"x:{value.code}:{value.data.hex()}"
    if isinstance(value, tuple):
        return "[" + ",".join(map(describe, value)) + "]"
    return "{" + ",".join(f"{describe(key)}={describe(entry)}" for key, entry in value.items()) + "}"


for line in sys.stdin:
    # Arrays as tuples, so that they may be keys.
    value = msgpack.unpackb(bytes.fromhex(line), timestamp=0, strict_map_key=False, use_list=False, unicode_errors="surrogatepass")
    print(describe(value), msgpack.packb(value, unicode_errors="surrogatepass").hex())
