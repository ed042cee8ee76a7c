// Texts side by side.

/** Rows of texts, indented, with columns as wide as what is in them; a column over the limit does not widen the others. */
export function table(rows, indent = 2, limit = 60) {
  const widths = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((text, at) => {
      if (text.length <= limit) widths[at] = Math.max(widths[at] ?? 0, text.length);
    });
  }
  const line = (row) => row.map((text, at) => text.padEnd(at < row.length - 1 ? (widths[at] ?? 0) : 0)).join("  ");
  return rows.map((row) => " ".repeat(indent) + line(row).trimEnd()).join("\n");
}
