//! What people read beside a custom field, by language.

use serde_json::{Value, json};

use crate::php::cast;
use crate::store::userfields::Userfield;

/// Languages the portal keeps labels in.
pub const LANGUAGES: &[&str] = &[
    "ar", "br", "en", "fr", "id", "it", "ja", "la", "ms", "pl", "de", "ru", "sc", "tc", "th", "tr",
    "ua", "vn",
];

/// The labels of a field.
pub const LABELS: &[&str] = &[
    "EDIT_FORM_LABEL",
    "LIST_COLUMN_LABEL",
    "LIST_FILTER_LABEL",
    "ERROR_MESSAGE",
    "HELP_MESSAGE",
];

/// A label in a language; null where there is none.
pub fn label(field: &Userfield, name: &str, language: &str) -> Value {
    field
        .labels
        .get(name)
        .and_then(|texts| texts.get(language))
        .cloned()
        .unwrap_or_default()
}

/// A label in a language, empty where there is none.
pub fn text(field: &Userfield, name: &str, language: &str) -> String {
    cast::text(&label(field, name, language))
}

/// The labels a request gives, as one text or by language; `otherwise` for those it leaves out.
pub fn read(fields: &Value, otherwise: &dyn Fn(&str, &str) -> String) -> Value {
    let of = |name: &str| -> Value {
        let given = cast::member(fields, name);
        let text = |language: &&str| {
            let own = if cast::is_array(given) {
                cast::member(given, language)
            } else {
                given
            };
            let text = if own.is_null() {
                otherwise(name, language)
            } else {
                cast::text(own)
            };
            ((*language).to_owned(), json!(text))
        };
        Value::Object(LANGUAGES.iter().map(text).collect())
    };
    Value::Object(
        LABELS
            .iter()
            .map(|name| ((*name).to_owned(), of(name)))
            .collect(),
    )
}
