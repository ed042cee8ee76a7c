//! The body of a form as PHP reads it → JSON text: `data[FIELDS][ID]=5` → `{"data":{"FIELDS":{"ID":"5"}}}`.
//!
//! A portal posts events and placements to handlers in this way. The rules are those of PHP's own `parse_str`
//! (php-src: `main/php_variables.c`), its limits included, so that a handler here sees what one in PHP would see.

use crate::json::escape::{cut, push_number, push_string};
use crate::json::number::integer;

/// PHP's `max_input_vars`: what follows is dropped.
const VARIABLES: usize = 1000;
/// PHP's `max_input_nesting_level`: a deeper variable is dropped whole.
const LEVELS: usize = 64;

/// Reads a body of type `application/x-www-form-urlencoded`. Every value is a string; what is no UTF-8 becomes U+FFFD.
pub fn form_to_json(body: &str) -> String {
    let mut root = Branch::default();
    let mut rest = Some(body);
    let mut count: usize = 0;
    while let Some(pairs) = rest.filter(|_| count < VARIABLES) {
        let (pair, after) =
            cut(pairs, b'&').map_or((pairs, None), |(pair, after)| (pair, Some(after)));
        rest = after;
        if pair.is_empty() {
            continue;
        }
        count = count.wrapping_add(1);
        let (name, value) = cut(pair, b'=').unwrap_or((pair, ""));
        if let Some(place) = Place::parse(&decoded(name)) {
            root.put(place, decoded(value));
        }
    }
    let mut json = String::with_capacity(body.len());
    root.write_members(&mut json);
    json
}

/// Resolves `%XX` and `+`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let hex = (byte == b'%')
            .then(|| digit(ahead.next()).zip(digit(ahead.next())))
            .flatten();
        match (byte, hex) {
            (_, Some((high, low))) => {
                bytes.push(high << 4 | low);
                rest = ahead;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a hexadecimal digit stands for.
fn digit(byte: Option<u8>) -> Option<u8> {
    let digit = char::from(byte?).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// Where a variable belongs.
struct Place {
    name: String,
    /// The keys in brackets; none for `[]`, the next free position.
    keys: Vec<Option<String>>,
}

impl Place {
    /// Takes a variable's name apart; none where PHP drops the variable.
    fn parse(name: &str) -> Option<Self> {
        // To PHP a name ends at its first NUL.
        let name = cut(name, 0).map_or(name, |(name, _)| name);
        let name = name.trim_start_matches(' ');
        let (head, mut rest) =
            cut(name, b'[').map_or((name, None), |(head, rest)| (head, Some(rest)));
        let mut place = Self {
            name: plain(head, &[' ', '.']),
            keys: Vec::new(),
        };
        while let Some(inner) = rest {
            let Some((key, after)) = bracket(inner) else {
                if place.keys.is_empty() {
                    place.name.push('_');
                    place.name.push_str(&plain(inner, &[' ', '.', '[']));
                }
                break;
            };
            place.keys.push(key.map(str::to_owned));
            rest = after.strip_prefix('[');
        }
        (!head.is_empty()).then_some(place)
    }
}

/// The name with an underscore for what no PHP variable may have in its name.
fn plain(name: &str, forbidden: &[char]) -> String {
    let allowed = |character| {
        if forbidden.contains(&character) {
            '_'
        } else {
            character
        }
    };
    name.chars().map(allowed).collect()
}

/// The key up to the closing bracket, and what follows it; none where there is no closing bracket. One white space
/// alone is as nothing.
fn bracket(inner: &str) -> Option<(Option<&str>, &str)> {
    let space = |first: char| matches!(first, ' ' | '\t'..='\r');
    let trimmed = inner.strip_prefix(space).unwrap_or(inner);
    if let Some(after) = trimmed.strip_prefix(']') {
        return Some((None, after));
    }
    inner.split_once(']').map(|(key, after)| (Some(key), after))
}

/// A value of PHP's: a string or an array.
enum Node {
    Text(String),
    Branch(Branch),
}

/// An array of PHP's, in the order of insertion.
#[derive(Default)]
struct Branch {
    members: Vec<(String, Node)>,
    /// The position `[]` takes, once there is any.
    next: Option<i64>,
}

impl Branch {
    /// Puts a variable where it belongs; what stood there is lost.
    fn put(&mut self, place: Place, value: String) {
        if place.keys.len() > LEVELS {
            self.members.retain(|(name, _)| *name != place.name);
            return;
        }
        let mut branch = self;
        let mut key = Some(place.name);
        for inner in place.keys {
            let Some(node) = branch.at(key) else { return };
            if matches!(node, Node::Text(_)) {
                *node = Node::Branch(Self::default());
            }
            let Node::Branch(next) = node else { return };
            branch = next;
            key = inner;
        }
        if let Some(node) = branch.at(key) {
            *node = Node::Text(value);
        }
    }

    /// The member of a key, a new one where there is none; of no key, the next position's. None when positions have
    /// run out.
    fn at(&mut self, key: Option<String>) -> Option<&mut Node> {
        let is_new = key.is_none();
        let key = key.unwrap_or_else(|| digits(self.next.unwrap_or_default()));
        let found = self.members.iter().position(|(name, _)| *name == key);
        if let Some(index) = found {
            return self
                .members
                .get_mut(index)
                .map(|(_, node)| node)
                .filter(|_| !is_new);
        }
        if let Some(position) = position(&key) {
            let after = position.saturating_add(1);
            self.next = Some(self.next.map_or(after, |next| next.max(after)));
        }
        self.members.push((key, Node::Text(String::new())));
        self.members.last_mut().map(|(_, node)| node)
    }

    /// Writes a list where the keys are 0, 1, 2 …, else an object.
    fn write(&self, json: &mut String) {
        let is_list = self
            .members
            .iter()
            .zip(0_i64..)
            .all(|((key, _), at)| position(key) == Some(at));
        if !is_list {
            return self.write_members(json);
        }
        json.push('[');
        for (count, (_, node)) in self.members.iter().enumerate() {
            json.push_str(if count == 0 { "" } else { "," });
            node.write(json);
        }
        json.push(']');
    }

    fn write_members(&self, json: &mut String) {
        json.push('{');
        for (count, (key, node)) in self.members.iter().enumerate() {
            json.push_str(if count == 0 { "" } else { "," });
            push_string(json, key);
            json.push(':');
            node.write(json);
        }
        json.push('}');
    }
}

impl Node {
    fn write(&self, json: &mut String) {
        match self {
            Self::Text(text) => push_string(json, text),
            Self::Branch(branch) => branch.write(json),
        }
    }
}

/// The position that a key is: digits as PHP writes an integer, `7` but not `07`.
fn position(key: &str) -> Option<i64> {
    let unsigned = key.strip_prefix('-').unwrap_or(key);
    let canonical = key == "0" || unsigned.starts_with(|first| matches!(first, '1'..='9'));
    integer(key).filter(|_| canonical)
}

fn digits(number: i64) -> String {
    let mut text = String::from(if number < 0 { "-" } else { "" });
    push_number(&mut text, number.unsigned_abs());
    text
}
