// The spec's types in the words of who writes JavaScript.

const WORDS = [
  [/\bid<(\w+)>/g, "number"],
  [/\bstatus<(\w+)>/g, "string"],
  [/\bselect<(\w+)>/g, "names of $1 fields"],
  [/\bfilter<(\w+)>/g, "conditions on $1 fields"],
  [/\border<(\w+)>/g, '$1 fields with "ASC" or "DESC"'],
  [/\bmap<(\w+)>/g, "$1 by name"],
  [/\b(integer|double)\b/g, "number"],
  [/\b(text|url|enum|event|placement)\b/g, "string"],
  [/\bflag\b/g, "boolean"],
  [/\b(datetime|date)\b/g, "Date or string"],
  [/\bfile\b/g, "File or Blob"],
  [/\bany\b/g, "anything"],
];

/** A type as people read it. */
export function words(type) {
  return WORDS.reduce((text, [pattern, word]) => text.replace(pattern, word), type).replaceAll(" | ", " or ");
}
