//! Load: TOML text to [`ast`], with the place of everything.

pub mod ast;
mod correction;
mod field;
mod item;
mod reader;

use toml::de::DeTable;

use crate::{
    arena::{Arena, Id},
    problem::{Kind, Problems},
    source::{SourceFile, Span, Spanned},
};
use reader::{Entry, Reader};

/// What a file may declare.
const KEYS: &[&str] = &[
    "family",
    "object",
    "method",
    "event",
    "placement",
    "error",
    "message",
    "correction",
    "names",
];

/// Reads every file.
pub fn parse(sources: &Arena<SourceFile>, problems: &Problems) -> Vec<ast::File> {
    sources
        .entries()
        .map(|(id, source)| file(id, source, problems))
        .collect()
}

fn file(id: Id<SourceFile>, source: &SourceFile, problems: &Problems) -> ast::File {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    for error in errors {
        let range = error.span().unwrap_or(0..0);
        problems.at(
            &Span { file: id, range },
            Kind::Syntax(error.message().to_owned()),
        );
    }
    read(&Reader {
        problems,
        file: id,
        what: "a spec file",
        head: (0, 0),
        table: table.get_ref(),
    })
}

fn read(file: &Reader<'_>) -> ast::File {
    file.expect_keys(KEYS);
    let family = file
        .entry("family")
        .and_then(|entry| entry.table("[family]"));
    ast::File {
        id: file.file,
        family: family.map(|family| item::family(&family)),
        objects: declared(file, "object", "an object", item::object),
        methods: methods(file),
        events: declared(file, "event", "an event", item::event),
        placements: declared(file, "placement", "a placement", item::placement),
        errors: declared(file, "error", "an error code", item::error_code),
        messages: file
            .list_of_tables("message", "a message")
            .iter()
            .map(item::message)
            .collect(),
        corrections: correction::corrections(file),
        names: names(file),
    }
}

/// What types can name beside objects.
fn names(file: &Reader<'_>) -> ast::Names {
    let Some(table) = file.entry("names").and_then(|entry| entry.table("[names]")) else {
        return ast::Names::default();
    };
    table.expect_keys(&["entities", "directories"]);
    ast::Names {
        entities: table.texts("entities"),
        directories: table.texts("directories"),
    }
}

fn declared<T>(
    file: &Reader<'_>,
    key: &str,
    what: &'static str,
    read: fn(Spanned<String>, &Reader<'_>) -> T,
) -> Vec<T> {
    file.tables(key, what)
        .into_iter()
        .map(|(name, table)| read(name, &table))
        .collect()
}

/// The methods. One that holds nothing but unknown tables is a dotted name that lacks its quotes.
fn methods(file: &Reader<'_>) -> Vec<ast::Method> {
    let mut methods = Vec::new();
    for (name, table) in file.tables("method", "a method") {
        let inner: Vec<_> = table.entries().collect();
        let is_part = |(key, entry): &(_, Entry<'_>)| {
            let key: &Spanned<String> = key;
            entry.is_table() && !item::METHOD_KEYS.contains(&key.as_str())
        };
        if inner.is_empty() || !inner.iter().all(is_part) {
            methods.push(item::method(name, &table));
            continue;
        }
        for (part, _) in inner {
            let dotted = format!("{}.{}", name.value, part.value);
            file.problems.at(&part.span, Kind::UnquotedName(dotted));
        }
    }
    methods
}
