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
  const write = (room, text) => {
    // Room for nothing is asked for, too: it frees what the last task left.
    const bytes = typeof text === "string" && text ? encoder.encode(text) : text;
    const place = room(bytes.length);
    if (text) view(place, bytes.length).set(bytes);
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
    __answers: (rows, bytes) => perform(4, 0, 0, new Uint8Array(rows.buffer), bytes),
    __classify: (status, code, description) => perform(5, 0, status, code, description).split(" "),
    __event_data: (name, json) => perform(6, 0, 0, name, json),
  };
}
