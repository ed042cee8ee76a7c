// The functions of the WebAssembly module. Texts are written into its memory and read from there; numbers are passed.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * The functions of a module by its exports; src/exports.rs is the other side.
 *
 * @param exports of its instance
 */
export function functionsOf({ memory, subject, body, run, answer }) {
  const view = (place, length) => new Uint8Array(memory.buffer, place >>> 0, length);
  // A text, or bytes in pieces. Room is asked for nothing, too: it frees what the last task left.
  const write = (room, content) => {
    const pieces = typeof content === "string" ? (content ? [encoder.encode(content)] : []) : content;
    let place = room(pieces.reduce((length, piece) => length + piece.length, 0));
    for (const piece of pieces) {
      view(place, piece.length).set(piece);
      place += piece.length;
    }
  };
  const perform = (task, row, status, about, text) => {
    write(subject, about);
    write(body, text);
    const length = run(task, row, status);
    return decoder.decode(view(answer(), length));
  };
  const names = perform(0, 0, 0, "", "");
  const rows = new Map(names.split("\n").map((name, row) => [name, row]));
  return {
    __names: () => names,
    __row: (name) => rows.get(name) ?? -1,
    __facts: (row) => perform(1, row, 0, "", ""),
    __encode: (row, text) => perform(2, row, 0, "", text),
    __answer: (row, bytes) => perform(3, row, 0, "", bytes),
    __answers: (rows, bytes) => perform(4, 0, 0, [new Uint8Array(rows.buffer)], bytes),
    __classify: (status, code, description) => perform(5, 0, status, code, description).split(" "),
    __event_data: (name, json) => perform(6, 0, 0, name, json),
  };
}
