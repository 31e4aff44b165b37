/** Unpacks gzip (RFC 1951, 1952) at once: a stream of the browser's for each small frame cost a third of the page's time. How the platform's page does it nobody has noted. */
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const BACK = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const BACK_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const HEAD = 10;
const TAIL = 8;

/** How many codes there are of each length, and the symbols in the order of their codes. */
function codes(lengths) {
  const counts = new Uint16Array(16);
  const next = new Uint16Array(16);
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length) => counts[length]++);
  counts[0] = 0;
  for (let length = 1; length < 15; length++) {
    next[length + 1] = next[length] + counts[length];
  }
  lengths.forEach((length, symbol) => length && (symbols[next[length]++] = symbol));
  return { counts, symbols };
}

const fixed = [
  codes(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  codes(new Array(30).fill(5)),
];

/** @param bytes one gzip member without extra fields, as the platform makes them */
export function unzip(bytes) {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  const out = new Uint8Array(size);
  const source = { bytes, at: HEAD, end: bytes.length - TAIL, held: 0, count: 0 };
  let written = 0;
  for (let last = 0; !last; ) {
    last = bits(source, 1);
    const kind = bits(source, 2);
    written = kind === 0 ? stored(source, out, written) : packed(source, out, written, kind === 1 ? fixed : ownCodes(source));
  }
  if (written !== size) {
    throw new Error("cut");
  }
  return out;
}

function bits(source, wanted) {
  while (source.count < wanted) {
    if (source.at >= source.end) {
      throw new Error("cut");
    }
    source.held |= source.bytes[source.at++] << source.count;
    source.count += 8;
  }
  const value = source.held & ((1 << wanted) - 1);
  source.held >>>= wanted;
  source.count -= wanted;
  return value;
}

function symbol(source, { counts, symbols }) {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length < 16; length++) {
    code |= bits(source, 1);
    const count = counts[length];
    if (code - count < first) {
      return symbols[index + code - first];
    }
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new Error("no such code");
}

function stored(source, out, written) {
  source.held = source.count = 0;
  const length = source.bytes[source.at] | (source.bytes[source.at + 1] << 8);
  source.at += 4;
  out.set(source.bytes.subarray(source.at, source.at + length), written);
  source.at += length;
  return written + length;
}

function ownCodes(source) {
  const literals = bits(source, 5) + 257;
  const backs = bits(source, 5) + 1;
  const told = new Array(19).fill(0);
  for (let i = 0, count = bits(source, 4) + 4; i < count; i++) {
    told[ORDER[i]] = bits(source, 3);
  }
  const short = codes(told);
  const lengths = [];
  while (lengths.length < literals + backs) {
    const one = symbol(source, short);
    if (one < 16) {
      lengths.push(one);
    } else {
      const value = one === 16 ? lengths.at(-1) : 0;
      const times = one === 16 ? 3 + bits(source, 2) : one === 17 ? 3 + bits(source, 3) : 11 + bits(source, 7);
      lengths.push(...new Array(times).fill(value));
    }
  }
  return [codes(lengths.slice(0, literals)), codes(lengths.slice(literals, literals + backs))];
}

function packed(source, out, written, [literals, backs]) {
  for (;;) {
    const one = symbol(source, literals);
    if (one === 256) {
      return written;
    }
    if (one < 256) {
      out[written++] = one;
      continue;
    }
    const length = LENGTHS[one - 257] + bits(source, LENGTH_BITS[one - 257]);
    const far = symbol(source, backs);
    const back = BACK[far] + bits(source, BACK_BITS[far]);
    for (const end = written + length; written < end; written++) {
      out[written] = out[written - back];
    }
  }
}
