// What every update of a recording shows, as numbers in rows: float32, and bytes. It knows no page and no words.
//
// columns  {floats: {name: how many}, bytes: {name: how many}}, in order, of one run; a row has those of every run
// a piece  the floats of some rows, then their bytes

/** A piece as it stands on a page: compressed, and as text. */
export const unpacked = async text => {
  const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new DataView(await new Response(stream).arrayBuffer());
};

const laid = sizes => {
  let at = 0;
  const places = {};
  for (const [name, size] of Object.entries(sizes)) {
    places[name] = [at, size];
    at += size;
  }
  return [places, at];
};

export class Rows {
  /** `last` is the last row that there may be. */
  constructor({floats, bytes}, runs, last) {
    const [places, stride] = laid(floats), [small, tiny] = laid(bytes);
    this.places = {...places, ...small};
    this.small = small;
    this.runs = runs;
    this.stride = stride;
    this.tiny = tiny;
    this.floats = new Float32Array((last + 1) * runs * stride);
    this.bytes = new Uint8Array((last + 1) * runs * tiny);
    this.count = 0;
  }

  /** Bytes of one row. */
  get size() { return this.runs * (4 * this.stride + this.tiny); }

  /** A piece whose first row is `from`; one that does not follow on what is there is let go. Whether it was taken. */
  take(from, piece) {
    const {byteOffset: at, byteLength: length, buffer} = piece, rows = length / this.size;
    if (from !== this.count || !rows) return false;
    const half = at + rows * this.runs * this.stride * 4;
    this.floats.set(new Float32Array(buffer.slice(at, half)), from * this.runs * this.stride);
    this.bytes.set(new Uint8Array(buffer, half, at + length - half), from * this.runs * this.tiny);
    this.count += rows;
    return true;
  }

  /** The numbers of a column in row i of a run. */
  all(name, run, i) {
    const [at, size] = this.places[name], [store, stride] = this.of(name), from = (i * this.runs + run) * stride + at;
    return store.subarray(from, from + size);
  }

  /** One of them. */
  one(name, run, i, place = 0) {
    const [store, stride] = this.of(name);
    return store[(i * this.runs + run) * stride + this.places[name][0] + place];
  }

  of(name) { return name in this.small ? [this.bytes, this.tiny] : [this.floats, this.stride]; }
}
