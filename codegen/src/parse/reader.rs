//! Reads tables: takes keys of the expected type and notes what is missing, unknown or of the wrong type.

use serde_json::Value as Json;
use toml::{
    Spanned as TomlSpanned,
    de::{DeTable, DeValue},
};

use crate::{
    arena::Id,
    model::Word,
    names,
    problem::{Kind, Problems},
    source::{SourceFile, Span, Spanned},
};

/// One table of a file, being read.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// Where problems go.
    pub problems: &'a Problems,
    /// The file.
    pub file: Id<SourceFile>,
    /// What the table declares, with its article: `a method`.
    pub what: &'static str,
    /// Where to point when something is missing.
    pub head: (usize, usize),
    /// The table.
    pub table: &'a DeTable<'a>,
}

/// A value of a table, with the table's surroundings.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    reader: Reader<'a>,
    key: &'a str,
    value: &'a TomlSpanned<DeValue<'a>>,
}

impl<'a> Reader<'a> {
    /// The place of the table's head.
    pub fn span(&self) -> Span {
        Span {
            file: self.file,
            range: self.head.0..self.head.1,
        }
    }

    /// Notes every key that is not one of these.
    pub fn expect_keys(&self, known: &[&'static str]) {
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let suggestion = names::closest(name, known.iter().copied());
                let kind = Kind::UnknownKey {
                    key: name.to_owned(),
                    of: self.what,
                    suggestion,
                    known: known.to_vec(),
                };
                self.problems.at(&self.place(key.span()), kind);
            }
        }
    }

    /// The entry of that key, if it is there.
    pub fn entry(&self, key: &str) -> Option<Entry<'a>> {
        let (key, value) = self.table.get_key_value(key)?;
        Some(Entry {
            reader: *self,
            key: key.get_ref(),
            value,
        })
    }

    /// All entries with the places of their keys.
    pub fn entries(&self) -> impl Iterator<Item = (Spanned<String>, Entry<'a>)> + use<'a> {
        let reader = *self;
        reader.table.iter().map(move |(key, value)| {
            let name = Spanned {
                value: key.get_ref().clone().into_owned(),
                span: reader.place(key.span()),
            };
            (
                name,
                Entry {
                    reader,
                    key: key.get_ref(),
                    value,
                },
            )
        })
    }

    /// The tables below a table, `[object.…]` for the key `object`; each is `what`.
    pub fn tables(&self, key: &str, what: &'static str) -> Vec<(Spanned<String>, Reader<'a>)> {
        let Some(table) = self.entry(key).and_then(|entry| entry.table(self.what)) else {
            return Vec::new();
        };
        table
            .entries()
            .filter_map(|(name, entry)| Some((name.clone(), entry.named_table(&name.span, what)?)))
            .collect()
    }

    /// The tables of a list of tables, `[[correction]]`.
    pub fn list_of_tables(&self, key: &str, what: &'static str) -> Vec<Reader<'a>> {
        let Some(entry) = self.entry(key) else {
            return Vec::new();
        };
        entry
            .items()
            .into_iter()
            .filter_map(|item| item.table(what))
            .collect()
    }

    /// A text that may be left out but not be empty.
    pub fn text(&self, key: &str) -> Option<Spanned<String>> {
        let text = self.entry(key)?.text()?;
        if text.trim().is_empty() {
            self.problems
                .at(&text.span, Kind::EmptyText(key.to_owned()));
        }
        Some(text)
    }

    /// A text that must be there and say something.
    pub fn required(&self, key: &'static str) -> Spanned<String> {
        self.text(key).unwrap_or_else(|| self.missing(key))
    }

    /// A text that must be there but may be empty.
    pub fn required_maybe_empty(&self, key: &'static str) -> Spanned<String> {
        match self.entry(key) {
            Some(entry) => entry.text().unwrap_or_else(|| self.nothing()),
            None => self.missing(key),
        }
    }

    /// A boolean, false when left out.
    pub fn flag(&self, key: &str) -> bool {
        self.maybe_flag(key).unwrap_or(false)
    }

    /// A boolean that may be left out.
    pub fn maybe_flag(&self, key: &str) -> Option<bool> {
        self.entry(key)?.boolean()
    }

    /// A list of texts, empty when left out.
    pub fn texts(&self, key: &str) -> Vec<Spanned<String>> {
        let Some(entry) = self.entry(key) else {
            return Vec::new();
        };
        entry.items().into_iter().filter_map(Entry::text).collect()
    }

    /// A word out of a fixed list that must be there.
    pub fn required_word<W: Word>(&self, key: &'static str) -> Option<W> {
        if self.entry(key).is_none() {
            self.missing(key);
        }
        self.word(key)
    }

    /// A word out of a fixed list.
    pub fn word<W: Word>(&self, key: &str) -> Option<W> {
        let text = self.entry(key)?.text()?;
        let found = W::WORDS.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            let known: Vec<_> = W::WORDS
                .iter()
                .map(|(word, _)| (*word).to_owned())
                .collect();
            let suggestion = names::closest(&text, W::WORDS.iter().map(|(word, _)| *word));
            let kind = Kind::UnknownWord {
                what: W::WHAT,
                word: text.value.clone(),
                known,
                suggestion,
            };
            self.problems.at(&text.span, kind);
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// Notes that a key is missing; an empty text stands in for it.
    pub fn missing(&self, key: &'static str) -> Spanned<String> {
        self.problems
            .at(&self.span(), Kind::MissingKey { key, of: self.what });
        self.nothing()
    }

    fn nothing(&self) -> Spanned<String> {
        Spanned {
            value: String::new(),
            span: self.span(),
        }
    }

    fn place(&self, range: std::ops::Range<usize>) -> Span {
        Span {
            file: self.file,
            range,
        }
    }
}

impl<'a> Entry<'a> {
    /// Where the value is.
    pub fn span(&self) -> Span {
        self.reader.place(self.value.span())
    }

    /// Whether it is a text.
    pub fn is_text(&self) -> bool {
        self.value.get_ref().is_str()
    }

    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        self.value.get_ref().is_table()
    }

    /// The text.
    pub fn text(self) -> Option<Spanned<String>> {
        let text = self.expect(self.value.get_ref().as_str(), "a text")?;
        Some(Spanned {
            value: text.to_owned(),
            span: self.span(),
        })
    }

    /// The boolean.
    pub fn boolean(self) -> Option<bool> {
        self.expect(self.value.get_ref().as_bool(), "true or false")
    }

    /// The whole number.
    pub fn number(self) -> Option<i64> {
        let number = match self.value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        self.expect(number, "a whole number")
    }

    /// The items of a list.
    pub fn items(self) -> Vec<Self> {
        let items = self.expect(self.value.get_ref().as_array(), "a list");
        items
            .into_iter()
            .flat_map(|items| items.iter())
            .map(|value| Self { value, ..self })
            .collect()
    }

    /// The table, called `what` in messages, which point at its value.
    pub fn table(self, what: &'static str) -> Option<Reader<'a>> {
        let span = self.span();
        self.named_table(&span, what)
    }

    /// The table, called `what` in messages, which point at `head`.
    pub fn named_table(self, head: &Span, what: &'static str) -> Option<Reader<'a>> {
        let table = self.expect(self.value.get_ref().as_table(), "a table")?;
        Some(Reader {
            table,
            what,
            head: (head.range.start, head.range.end),
            ..self.reader
        })
    }

    /// The value as JSON.
    pub fn json(self) -> Spanned<Json> {
        Spanned {
            value: json(self.value.get_ref()),
            span: self.span(),
        }
    }

    fn expect<T>(&self, value: Option<T>, expected: &'static str) -> Option<T> {
        if value.is_none() {
            let found = describe(self.value.get_ref());
            let kind = Kind::WrongValue {
                key: self.key.to_owned(),
                expected,
                found,
            };
            self.reader.problems.at(&self.span(), kind);
        }
        value
    }
}

fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn json(value: &DeValue<'_>) -> Json {
    match value {
        DeValue::String(text) => Json::from(text.as_ref()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Json::Null, Json::from)
        }
        DeValue::Float(number) => number
            .as_str()
            .parse::<f64>()
            .map_or(Json::Null, Json::from),
        DeValue::Boolean(boolean) => Json::from(*boolean),
        DeValue::Datetime(date) => Json::from(date.to_string()),
        DeValue::Array(items) => items.iter().map(|item| json(item.get_ref())).collect(),
        DeValue::Table(table) => {
            let members = table
                .iter()
                .map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref())));
            Json::Object(members.collect())
        }
    }
}
