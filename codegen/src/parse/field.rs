//! Reads parameters and fields.

use serde_json::Value as Json;

use super::{
    ast::{Field, Value, Values},
    reader::{Entry, Reader},
};
use crate::source::Spanned;

const KEYS: &[&str] = &[
    "type",
    "input",
    "doc",
    "title",
    "required",
    "default",
    "values",
    "other_values",
    "readonly",
    "immutable",
    "import",
    "writeonly",
    "nullable",
    "optional",
    "deprecated",
    "filter",
    "order",
    "select",
];

/// The fields below `key`; each is `what`.
pub fn fields(table: &Reader<'_>, key: &str, what: &'static str) -> Vec<Field> {
    table
        .tables(key, what)
        .into_iter()
        .map(|(name, table)| field(name, &table))
        .collect()
}

fn field(name: Spanned<String>, table: &Reader<'_>) -> Field {
    table.expect_keys(KEYS);
    Field {
        ty: table.required("type"),
        input: table.text("input"),
        doc: table.text("doc").map(|doc| doc.value),
        title: text(table, "title"),
        required: table.flag("required"),
        default: table.entry("default").map(Entry::json),
        values: table.entry("values").map(values),
        other_values: table.flag("other_values"),
        readonly: table.flag("readonly"),
        immutable: table.flag("immutable"),
        import: table.flag("import"),
        writeonly: table.flag("writeonly"),
        nullable: table.maybe_flag("nullable"),
        optional: table.flag("optional"),
        deprecated: table
            .entry("deprecated")
            .and_then(|entry| deprecated(table, entry)),
        filter: table.maybe_flag("filter").unwrap_or(true),
        order: table.maybe_flag("order").unwrap_or(true),
        select: table.maybe_flag("select").unwrap_or(true),
        name,
    }
}

fn text(table: &Reader<'_>, key: &str) -> String {
    table.text(key).map(|text| text.value).unwrap_or_default()
}

/// `true`, or a sentence.
fn deprecated(table: &Reader<'_>, entry: Entry<'_>) -> Option<String> {
    if entry.is_text() {
        return table.text("deprecated").map(|text| text.value);
    }
    entry.boolean()?.then(String::new)
}

/// A list of values, or a table of value and meaning.
fn values(entry: Entry<'_>) -> Values {
    let span = entry.span();
    let items = if entry.is_table() {
        meanings(entry)
    } else {
        plain(entry)
    };
    Values { items, span }
}

fn plain(entry: Entry<'_>) -> Vec<Value> {
    let items = entry.items().into_iter();
    items
        .map(|item| Value {
            json: item.json(),
            doc: String::new(),
            is_key: false,
        })
        .collect()
}

fn meanings(entry: Entry<'_>) -> Vec<Value> {
    let Some(table) = entry.table("values") else {
        return Vec::new();
    };
    let entries = table.entries();
    entries
        .filter_map(|(key, meaning)| {
            let json = Spanned {
                value: Json::from(key.value),
                span: key.span,
            };
            Some(Value {
                json,
                doc: meaning.text()?.value,
                is_key: true,
            })
        })
        .collect()
}
