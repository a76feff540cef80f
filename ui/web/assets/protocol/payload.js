// What is inside an envelope: the MessagePack array [data, filename or nil]. `data` is an array of integers, as Hakanai's command
// line writes it, as long as that is hardly longer than the bytes are, else `bin`; both are read.

const kUtf8 = new TextEncoder();

// How much longer integers may be than the bytes: what the server's size limit leaves beside base64, so that what is not longer
// than the limit is accepted in either form.
const kShareForIntegers = 8; // an eighth
const kRoomForIntegers = 256; // bytes

/** Bytes and, for a file, its name, as what gets encrypted. `filename`: null for text. */
export function encodePayload(data, filename) {
  const name = filename === null ? Uint8Array.of(0xc0) : encodeString(filename);
  const { head, body } = encodeData(data);
  const payload = new Uint8Array(1 + head.length + body.length + name.length);
  payload[0] = 0x92;
  payload.set(head, 1);
  payload.set(body, 1 + head.length);
  payload.set(name, 1 + head.length + body.length);
  return payload;
}

/** The {data, filename} of a payload; null when it is not one, whatever the reason. */
export function decodePayload(bytes) {
  try {
    const reader = new Reader(bytes);
    if (reader.arrayLength() !== 2) return null;
    const data = reader.bytes();
    const filename = reader.stringOrNil();
    return reader.atEnd() ? { data, filename } : null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function bigEndian(marker, size, value) {
  const bytes = new Uint8Array(1 + size);
  bytes[0] = marker;
  for (let i = 0; i < size; i += 1) bytes[size - i] = value >>> (8 * i);
  return bytes;
}

function encodeData(data) {
  let longer = 0;
  for (const byte of data) if (byte > 0x7f) longer += 1;
  if (longer > data.length / kShareForIntegers + kRoomForIntegers) return { head: encodeBinaryHead(data.length), body: data };
  return { head: encodeArrayHead(data.length), body: encodeIntegers(data, longer) };
}

function encodeIntegers(data, longer) {
  const integers = new Uint8Array(data.length + longer);
  let position = 0;
  for (const byte of data) {
    if (byte > 0x7f) {
      integers[position] = 0xcc;
      position += 1;
    }
    integers[position] = byte;
    position += 1;
  }
  return integers;
}

function encodeArrayHead(length) {
  if (length < 0x10) return Uint8Array.of(0x90 | length);
  return length < 0x10000 ? bigEndian(0xdc, 2, length) : bigEndian(0xdd, 4, length);
}

function encodeBinaryHead(length) {
  return length < 0x10000 ? bigEndian(0xc5, 2, length) : bigEndian(0xc6, 4, length);
}

function encodeString(text) {
  const bytes = kUtf8.encode(text);
  let head;
  if (bytes.length < 32) head = Uint8Array.of(0xa0 | bytes.length);
  else if (bytes.length < 0x100) head = bigEndian(0xd9, 1, bytes.length);
  else head = bigEndian(0xda, 2, bytes.length);
  const encoded = new Uint8Array(head.length + bytes.length);
  encoded.set(head);
  encoded.set(bytes, head.length);
  return encoded;
}

// Reads hostile bytes: every length is checked against what is there before anything is made of it. Throws RangeError.
class Reader {
  constructor(bytes) {
    this.source = bytes;
    this.position = 0;
  }

  atEnd() {
    return this.position === this.source.length;
  }

  take(length) {
    if (length > this.source.length - this.position) throw new RangeError("cut short");
    this.position += length;
    return this.source.subarray(this.position - length, this.position);
  }

  unsigned(size) {
    return this.take(size).reduce((value, byte) => value * 256 + byte, 0);
  }

  arrayLength(marker = this.unsigned(1)) {
    if (marker >= 0x90 && marker <= 0x9f) return marker & 0x0f;
    if (marker === 0xdc) return this.unsigned(2);
    if (marker === 0xdd) return this.unsigned(4);
    throw new RangeError("not an array");
  }

  bytes() {
    const marker = this.unsigned(1);
    if (marker >= 0xc4 && marker <= 0xc6) return this.take(this.unsigned(1 << (marker - 0xc4))).slice();
    const length = this.arrayLength(marker);
    if (length > this.source.length - this.position) throw new RangeError("cut short");
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i += 1) bytes[i] = this.byteValue();
    return bytes;
  }

  byteValue() {
    const marker = this.source[this.position];
    if (marker < 0x80) {
      this.position += 1;
      return marker;
    }
    // uint 8 to 64 and, since some writers use them for small numbers too, int 8 to 64.
    if (!(marker >= 0xcc && marker <= 0xd3)) throw new RangeError("not a number");
    this.position += 1;
    const value = this.unsigned(1 << ((marker - 0xcc) % 4));
    if (value > 0xff || (marker === 0xd0 && value > 0x7f)) throw new RangeError("not a byte");
    return value;
  }

  stringOrNil() {
    const marker = this.unsigned(1);
    if (marker === 0xc0) return null;
    let length;
    if (marker >= 0xa0 && marker <= 0xbf) length = marker & 0x1f;
    else if (marker >= 0xd9 && marker <= 0xdb) length = this.unsigned(1 << (marker - 0xd9));
    else throw new RangeError("not a string");
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.take(length));
  }
}
