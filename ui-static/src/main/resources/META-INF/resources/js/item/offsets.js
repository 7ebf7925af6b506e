/**
 * The data counts Unicode code points; JavaScript's strings count UTF-16 units. Outside the Basic Multilingual Plane
 * (emoji, rare characters) the two differ.
 */
export class CodePoints {
  #text;
  /** Code point offsets of the characters that take two units, ascending. */
  #wide = [];

  constructor(text) {
    this.#text = text;
    let point = 0;
    for (let i = 0; i < text.length; point++) {
      const two = text.codePointAt(i) > 0xffff;
      if (two) this.#wide.push(point);
      i += two ? 2 : 1;
    }
    this.length = point;
  }

  /** The string index at which code point `offset` begins. */
  index(offset) {
    let low = 0;
    let high = this.#wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#wide[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  }

  slice(start, end) {
    return this.#text.slice(this.index(Math.max(0, start)), this.index(Math.min(this.length, end)));
  }
}
