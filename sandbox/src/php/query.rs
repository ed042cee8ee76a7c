//! PHP's reading of query strings and form bodies: `a[b][]=1` builds arrays, names are cleaned, and
//! nothing is ever an error.

use serde_json::{Map, Value};

use super::cast;

/// PHP's `max_input_vars`: what follows is cut.
const MAX_VARIABLES: usize = 1000;
/// PHP's `max_input_nesting_level`: deeper variables are dropped.
const MAX_DEPTH: usize = 64;

/// Parses `name=value&…` into an array.
pub fn parse(query: &str) -> Map<String, Value> {
    let mut variables = Variables::default();
    for pair in query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .take(MAX_VARIABLES)
    {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        variables.add(&decode(name), decode(value));
    }
    variables.finish()
}

/// Variables as they come in, name by name.
#[derive(Debug, Default)]
pub struct Variables {
    root: Map<String, Value>,
}

impl Variables {
    /// Adds a decoded pair.
    pub fn add(&mut self, name: &str, value: String) {
        let Some(path) = Path::parse(name) else {
            return;
        };
        let mut place = self.root.entry(path.name).or_insert(Value::Null);
        for index in path.indices {
            let Some(next) = member_of(place, index) else {
                return;
            };
            place = next;
        }
        *place = Value::String(value);
    }

    /// The array they make.
    pub fn finish(self) -> Map<String, Value> {
        self.root
            .into_iter()
            .map(|(name, value)| (name, cast::normalise(value)))
            .collect()
    }
}

/// The place of `index` in the array at `place`, which becomes one if it was none; without an index
/// the next free number, and nothing when numbers ran out.
fn member_of(place: &mut Value, index: Option<String>) -> Option<&mut Value> {
    if !place.is_object() {
        *place = Value::Object(Map::new());
    }
    let members = place.as_object_mut()?;
    let key = match index {
        Some(key) => key,
        None => next_index(members)?.to_string(),
    };
    Some(members.entry(key).or_insert(Value::Null))
}

fn next_index(members: &Map<String, Value>) -> Option<i64> {
    let highest = members.keys().filter_map(|key| integer_key(key)).max();
    highest.map_or(Some(0), |highest| highest.checked_add(1))
}

/// The number a key stands for: `"7"`, but not `"07"`, `"-0"` or `"1.5"`.
fn integer_key(key: &str) -> Option<i64> {
    key.parse::<i64>()
        .ok()
        .filter(|number| number.to_string() == key)
}

/// A variable's name taken apart: `a[b][]` is `a`, then `b`, then the next free number.
struct Path {
    name: String,
    indices: Vec<Option<String>>,
}

impl Path {
    fn parse(name: &str) -> Option<Self> {
        let name = name
            .split('\0')
            .next()
            .unwrap_or_default()
            .trim_start_matches(' ');
        let (head, mut rest) = match name.find('[') {
            Some(at) => name.split_at(at),
            None => (name, ""),
        };
        let mut path = Self {
            name: clean(head),
            indices: Vec::new(),
        };
        if path.name.is_empty() {
            return None;
        }
        while let Some(inside) = rest.strip_prefix('[') {
            if path.indices.len() >= MAX_DEPTH {
                return None;
            }
            let Some((index, after)) = inside_brackets(inside) else {
                path.keep_unclosed(inside);
                break;
            };
            path.indices.push(index.map(str::to_owned));
            rest = after;
        }
        Some(path)
    }

    /// A bracket that never closes belongs to the variable's name, if that is all there is.
    fn keep_unclosed(&mut self, inside: &str) {
        if self.indices.is_empty() {
            self.name = format!("{}_{}", self.name, clean(inside).replace('[', "_"));
        }
    }
}

/// What stands before the closing bracket, and what follows it. One blank counts as nothing.
fn inside_brackets(inside: &str) -> Option<(Option<&str>, &str)> {
    let blank = inside.starts_with([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
    let skipped = &inside[usize::from(blank)..];
    if let Some(after) = skipped.strip_prefix(']') {
        return Some((None, after));
    }
    let (index, after) = inside.split_once(']')?;
    Some((Some(index), after))
}

fn clean(name: &str) -> String {
    name.replace([' ', '.'], "_")
}

/// Undoes percent-encoding; `+` is a blank, and what is not UTF-8 is replaced.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair = bytes
            .get(at + 1..at + 3)
            .filter(|_| byte == b'%')
            .and_then(hex_pair);
        decoded.push(pair.unwrap_or(if byte == b'+' { b' ' } else { byte }));
        at += if pair.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn hex_pair(pair: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(pair)
        .ok()
        .filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u8::from_str_radix(digits, 16).ok()
}

/// PHP's `http_build_query`: nested arrays become bracketed names, null is left out.
pub fn build(members: &Map<String, Value>) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in members {
        append(&mut form, name, value);
    }
    form.finish()
}

fn append(form: &mut form_urlencoded::Serializer<'_, String>, name: &str, value: &Value) {
    if cast::is_array(value) {
        for (key, member) in cast::entries(value) {
            append(form, &format!("{name}[{key}]"), member);
        }
    } else if !value.is_null() {
        let text = if *value == Value::Bool(false) {
            "0".to_owned()
        } else {
            cast::text(value)
        };
        form.append_pair(name, &text);
    }
}
