// Reads lines of hex on standard input. For each: decodes it with @msgpack/msgpack and prints a description of the value, a blank, and
// the hex that the library encodes the value to, or a question mark and the error. Description.cs describes values the same way.
import { createInterface } from "node:readline";
import { decode, encode, decodeTimestampToTimeSpec, encodeTimeSpecToTimestamp, ExtData, ExtensionCodec } from "@msgpack/msgpack";

class Timestamp {
  constructor({ sec, nsec }) {
    this.sec = sec;
    this.nsec = nsec;
  }
}

const extensionCodec = new ExtensionCodec();
extensionCodec.register({
  type: -1,
  encode: (value) => (value instanceof Timestamp ? encodeTimeSpecToTimestamp(value) : null),
  decode: (data) => new Timestamp(decodeTimestampToTimeSpec(data)),
});

const hex = (bytes) => Buffer.from(bytes).toString("hex");

function describe(value) {
  if (value === null) return "nil";
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "bigint") return `i:${value}`;
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return `i:${BigInt(value)}`;
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value);
    return Number.isNaN(value) ? "f:nan" : `f:${hex(bits.buffer)}`;
  }
  if (typeof value === "string") return `s:${hex(Buffer.from(value, "utf8"))}`;
  if (value instanceof Uint8Array) return `b:${hex(value)}`;
  if (value instanceof Timestamp) return `t:${value.sec}:${value.nsec}`;
  if (value instanceof ExtData) return `x:${value.type}:${hex(value.data)}`;
  if (Array.isArray(value)) return `[${value.map(describe).join(",")}]`;
  return `{${Object.entries(value).map(([key, entry]) => `${describe(key)}=${describe(entry)}`).join(",")}}`;
}

function answer(line) {
  try {
    const value = decode(Buffer.from(line, "hex"), { extensionCodec, useBigInt64: true });
    return `${describe(value)} ${hex(encode(value, { extensionCodec, useBigInt64: true }))}`;
  } catch (error) {
    return `? ${error.message}`;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(answer(line));
}
