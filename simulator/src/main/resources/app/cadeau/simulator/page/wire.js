/** Reads protobuf by its wire fields alone: number → list of values. Varints are BigInt, the rest bytes. */
export function fields(bytes) {
  const found = new Map();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) {
        throw new Error("cut");
      }
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) {
        return value;
      }
    }
  };
  const take = (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const type = tag & 7;
    const value = type === 0 ? varint() : take(type === 1 ? 8 : type === 5 ? 4 : Number(varint()));
    const number = tag >>> 3;
    found.has(number) ? found.get(number).push(value) : found.set(number, [value]);
  }
  return found;
}

const decoder = new TextDecoder();

/** The first value of a field: as text, number, or message. */
export const text = (message, number) => decoder.decode(message.get(number)?.[0] ?? new Uint8Array());
export const whole = (message, number) => Number(message.get(number)?.[0] ?? 0n);
export const exact = (message, number) => String(message.get(number)?.[0] ?? 0n);
export const child = (message, number) => fields(message.get(number)?.[0] ?? new Uint8Array());

const encoder = new TextEncoder();

function varintBytes(value) {
  const out = [];
  let rest = BigInt(value);
  do {
    out.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return out;
}

/** Writes a message from [number, BigInt | string | bytes] pairs. */
export function write(...pairs) {
  const out = [];
  for (const [number, value] of pairs) {
    if (typeof value === "bigint") {
      out.push(...varintBytes((number << 3) | 0), ...varintBytes(value));
    } else {
      const bytes = typeof value === "string" ? encoder.encode(value) : value;
      out.push(...varintBytes((number << 3) | 2), ...varintBytes(bytes.length), ...bytes);
    }
  }
  return new Uint8Array(out);
}
