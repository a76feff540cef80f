// Several files as one ZIP (APPNOTE 6.3), stored, not compressed: it is encrypted next, and most of what people send is compressed
// already. Names are UTF-8 and marked so.

const kUtf8Names = 0x0800;
const kVersion = 20;

const kCrcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 as ZIP uses it. */
export function crc32(bytes) {
  let value = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) value = (value >>> 8) ^ kCrcTable[(value ^ bytes[i]) & 0xff];
  return (value ^ 0xffffffff) >>> 0;
}

/** An archive of [{name, data, modified}]; `modified` is a Date. A name that is already taken gets a number. */
export function makeZip(files) {
  const taken = new Set();
  const entries = files.map((file) => entryOf(file, taken));
  const size = entries.reduce((sum, entry) => sum + 30 + 46 + 2 * entry.name.length + entry.data.length, 22);
  const writer = new Writer(size);
  for (const entry of entries) {
    entry.offset = writer.position;
    writer.number(4, 0x04034b50).number(2, kVersion);
    writeCommon(writer, entry);
    writer.number(2, 0).bytes(entry.name).bytes(entry.data);
  }
  const directory = writer.position;
  for (const entry of entries) {
    writer.number(4, 0x02014b50).number(2, kVersion).number(2, kVersion);
    writeCommon(writer, entry);
    writer.number(2, 0).number(2, 0).number(2, 0).number(2, 0).number(4, 0).number(4, entry.offset).bytes(entry.name);
  }
  const directorySize = writer.position - directory;
  writer.number(4, 0x06054b50).number(2, 0).number(2, 0).number(2, entries.length).number(2, entries.length);
  writer.number(4, directorySize).number(4, directory).number(2, 0);
  return writer.target;
}

// Flags up to the length of the name, which both kinds of headers share.
function writeCommon(writer, entry) {
  writer.number(2, kUtf8Names).number(2, 0).number(2, entry.time).number(2, entry.date).number(4, entry.crc);
  writer.number(4, entry.data.length).number(4, entry.data.length).number(2, entry.name.length);
}

function entryOf({ name, data, modified }, taken) {
  const [year, seconds] = [Math.min(Math.max(modified.getFullYear(), 1980), 2107), modified.getSeconds()];
  return {
    name: new TextEncoder().encode(freeName(name, taken)),
    data,
    crc: crc32(data),
    time: (modified.getHours() << 11) | (modified.getMinutes() << 5) | (seconds >> 1),
    date: ((year - 1980) << 9) | ((modified.getMonth() + 1) << 5) | modified.getDate(),
  };
}

function freeName(name, taken) {
  const dot = name.lastIndexOf(".") > 0 ? name.lastIndexOf(".") : name.length;
  let free = name;
  // Without regard to case, since many file systems have none.
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
  taken.add(free.toLowerCase());
  return free;
}

// Little-endian numbers and bytes, one behind the other.
class Writer {
  constructor(size) {
    this.target = new Uint8Array(size);
    this.position = 0;
  }

  number(size, value) {
    for (let i = 0; i < size; i += 1) this.target[this.position + i] = value >>> (8 * i);
    this.position += size;
    return this;
  }

  bytes(source) {
    this.target.set(source, this.position);
    this.position += source.length;
    return this;
  }
}
