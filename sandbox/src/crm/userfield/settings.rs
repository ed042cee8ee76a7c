//! What each type of custom field lets one choose (reference §5.1), in the order of the answer.

use serde_json::{Map, Value, json};

use crate::php::cast;

/// How a setting is read from a request.
#[derive(Clone, Copy)]
enum Read {
    /// A whole number.
    Integer,
    /// A whole number, or null for none.
    IntegerOrNull,
    /// A number, or null for none.
    DoubleOrNull,
    /// A text.
    Text,
    /// "Y" or "N".
    Flag,
    /// 1 or 0.
    Bit,
    /// As it comes, if it is an array.
    Array,
    /// `{TYPE, VALUE}` of a date.
    Date,
}

/// A setting: its name, how it is read, and its default as JSON.
type Row = (&'static str, Read, &'static str);

const STRING: &[Row] = &[
    ("SIZE", Read::Integer, "20"),
    ("ROWS", Read::Integer, "1"),
    ("REGEXP", Read::Text, "\"\""),
    ("MIN_LENGTH", Read::Integer, "0"),
    ("MAX_LENGTH", Read::Integer, "0"),
    ("DEFAULT_VALUE", Read::Text, "\"\""),
];
const INTEGER: &[Row] = &[
    ("SIZE", Read::Integer, "20"),
    ("MIN_VALUE", Read::Integer, "0"),
    ("MAX_VALUE", Read::Integer, "0"),
    ("DEFAULT_VALUE", Read::IntegerOrNull, "null"),
];
const DOUBLE: &[Row] = &[
    ("PRECISION", Read::Integer, "0"),
    ("SIZE", Read::Integer, "20"),
    ("MIN_VALUE", Read::Integer, "0"),
    ("MAX_VALUE", Read::Integer, "0"),
    ("DEFAULT_VALUE", Read::DoubleOrNull, "null"),
];
const BOOLEAN: &[Row] = &[
    ("DEFAULT_VALUE", Read::Bit, "0"),
    ("DISPLAY", Read::Text, "\"CHECKBOX\""),
    ("LABEL", Read::Array, "[\"\",\"\"]"),
    ("LABEL_CHECKBOX", Read::Text, "\"\""),
];
const ENUMERATION: &[Row] = &[
    ("DISPLAY", Read::Text, "\"LIST\""),
    ("LIST_HEIGHT", Read::Integer, "1"),
    ("CAPTION_NO_VALUE", Read::Text, "\"\""),
    ("SHOW_NO_VALUE", Read::Flag, "\"Y\""),
];
const DATE: &[Row] = &[(
    "DEFAULT_VALUE",
    Read::Date,
    "{\"TYPE\":\"NONE\",\"VALUE\":\"\"}",
)];
const DATETIME: &[Row] = &[
    (
        "DEFAULT_VALUE",
        Read::Date,
        "{\"TYPE\":\"NONE\",\"VALUE\":\"\"}",
    ),
    ("USE_SECOND", Read::Flag, "\"Y\""),
    ("USE_TIMEZONE", Read::Flag, "\"N\""),
];
const MONEY: &[Row] = &[("DEFAULT_VALUE", Read::Text, "\"\"")];
const URL: &[Row] = &[
    ("POPUP", Read::Flag, "\"Y\""),
    ("SIZE", Read::Integer, "20"),
    ("MIN_LENGTH", Read::Integer, "0"),
    ("MAX_LENGTH", Read::Integer, "0"),
    ("DEFAULT_VALUE", Read::Text, "\"\""),
    ("ROWS", Read::Integer, "1"),
];
const ADDRESS: &[Row] = &[("SHOW_MAP", Read::Flag, "\"Y\"")];
const FILE: &[Row] = &[
    ("SIZE", Read::Integer, "20"),
    ("LIST_WIDTH", Read::Integer, "0"),
    ("LIST_HEIGHT", Read::Integer, "0"),
    ("MAX_SHOW_SIZE", Read::Integer, "0"),
    ("MAX_ALLOWED_SIZE", Read::Integer, "0"),
    ("EXTENSIONS", Read::Array, "[]"),
    ("TARGET_BLANK", Read::Flag, "\"Y\""),
];
const CRM_STATUS: &[Row] = &[("ENTITY_TYPE", Read::Text, "\"\"")];
const CRM: &[Row] = &[
    ("LEAD", Read::Flag, "\"N\""),
    ("CONTACT", Read::Flag, "\"N\""),
    ("COMPANY", Read::Flag, "\"N\""),
    ("DEAL", Read::Flag, "\"N\""),
];
const IBLOCK: &[Row] = &[
    ("DISPLAY", Read::Text, "\"LIST\""),
    ("LIST_HEIGHT", Read::Integer, "1"),
    ("IBLOCK_ID", Read::Integer, "0"),
    ("DEFAULT_VALUE", Read::Text, "\"\""),
    ("ACTIVE_FILTER", Read::Flag, "\"N\""),
];

const TYPES: &[(&str, &[Row])] = &[
    ("string", STRING),
    ("integer", INTEGER),
    ("double", DOUBLE),
    ("boolean", BOOLEAN),
    ("enumeration", ENUMERATION),
    ("date", DATE),
    ("datetime", DATETIME),
    ("money", MONEY),
    ("url", URL),
    ("address", ADDRESS),
    ("file", FILE),
    ("employee", &[]),
    ("crm", CRM),
    ("crm_status", CRM_STATUS),
    ("iblock_section", IBLOCK),
    ("iblock_element", IBLOCK),
];

/// Whether the portal itself has a type of that name.
pub fn is_known(user_type: &str) -> bool {
    TYPES.iter().any(|(name, _)| *name == user_type)
}

/// The settings of a field: those of `wanted`, else those of `old`, else the type's defaults.
pub fn complete(user_type: &str, wanted: &Value, old: &Value) -> Value {
    let rows = TYPES
        .iter()
        .find(|(name, _)| *name == user_type)
        .map_or(&[][..], |(_, rows)| rows);
    let settings = rows.iter().map(|(name, read, default)| {
        let kept = || old.get(*name).cloned();
        let default = || serde_json::from_str(default).unwrap_or_default();
        let given = Some(cast::member(wanted, name)).filter(|value| !value.is_null());
        let value = given
            .and_then(|value| parse(*read, value))
            .or_else(kept)
            .unwrap_or_else(default);
        ((*name).to_owned(), value)
    });
    let mut settings: Map<String, Value> = settings.collect();
    // Without a kind a field of CRM records holds leads.
    if user_type == "crm" && settings.values().all(|value| value == "N") {
        settings.insert("LEAD".into(), json!("Y"));
    }
    Value::Object(settings)
}

fn parse(read: Read, value: &Value) -> Option<Value> {
    let text = cast::text(value);
    Some(match read {
        Read::IntegerOrNull | Read::DoubleOrNull if text.is_empty() => Value::Null,
        Read::Integer | Read::IntegerOrNull => json!(cast::int(value)),
        Read::DoubleOrNull => json!(cast::float(value)),
        Read::Text => json!(text),
        Read::Flag => json!(if cast::is_yes(value) { "Y" } else { "N" }),
        Read::Bit => json!(i64::from(cast::is_yes(value) || cast::int(value) == 1)),
        Read::Array if cast::is_array(value) => value.clone(),
        Read::Date if cast::is_array(value) => {
            let kind = cast::text(cast::member(value, "TYPE"));
            let kind = if kind.is_empty() {
                "NONE".to_owned()
            } else {
                kind
            };
            json!({ "TYPE": kind, "VALUE": cast::text(cast::member(value, "VALUE")) })
        }
        Read::Array | Read::Date => return None,
    })
}
