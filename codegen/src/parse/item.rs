//! Reads families, objects, methods, events, placements and errors.

use super::{
    ast::{
        Answer, Deprecated, ErrorCode, Event, Family, List, Message, Method, MethodError, Object,
        Placement,
    },
    field::fields,
    reader::{Entry, Reader},
};
use crate::{
    model::{Effect, ErrorKind},
    problem::Kind,
    source::Spanned,
};

/// What a method may declare.
pub const METHOD_KEYS: &[&str] = &[
    "doc",
    "page",
    "effect",
    "context",
    "admin",
    "params",
    "result",
    "list",
    "errors",
    "deprecated",
];

pub fn family(table: &Reader<'_>) -> Family {
    table.expect_keys(&["name", "prefix", "scope", "doc", "page"]);
    Family {
        name: table.required("name"),
        prefix: table.entry("prefix").and_then(Entry::text),
        scope: table.required_maybe_empty("scope").value,
        doc: table.required("doc").value,
        page: table.required("page").value,
    }
}

pub fn object(name: Spanned<String>, table: &Reader<'_>) -> Object {
    table.expect_keys(&["doc", "open", "nullable", "multifield", "groups", "fields"]);
    Object {
        doc: table.required("doc").value,
        open: table.texts("open"),
        nullable: table.flag("nullable"),
        multifield: table.flag("multifield"),
        groups: table.flag("groups"),
        fields: fields(table, "fields", "a field"),
        name,
    }
}

pub fn method(name: Spanned<String>, table: &Reader<'_>) -> Method {
    table.expect_keys(METHOD_KEYS);
    Method {
        doc: table.required("doc").value,
        page: table.required("page").value,
        effect: table.required_word("effect").unwrap_or(Effect::Read),
        context: table.word("context"),
        admin: table.flag("admin"),
        params: fields(table, "params", "a parameter"),
        result: answer(table),
        list: table.entry("list").and_then(|entry| list(&name, entry)),
        errors: errors(table),
        deprecated: table.entry("deprecated").and_then(deprecated),
        name,
    }
}

fn answer(method: &Reader<'_>) -> Answer {
    let Some(entry) = method.entry("result") else {
        return Answer {
            ty: method.missing("result"),
            nullable: false,
            doc: String::new(),
        };
    };
    let table = if entry.is_table() {
        entry.table("a result")
    } else {
        None
    };
    let Some(table) = table else {
        let ty = method.text("result").unwrap_or_else(|| Spanned {
            value: String::new(),
            span: entry.span(),
        });
        return Answer {
            ty,
            nullable: false,
            doc: String::new(),
        };
    };
    table.expect_keys(&["type", "nullable", "doc"]);
    Answer {
        ty: table.required("type"),
        nullable: table.flag("nullable"),
        doc: table.text("doc").map(|doc| doc.value).unwrap_or_default(),
    }
}

fn list(method: &Spanned<String>, entry: Entry<'_>) -> Option<List> {
    let table = entry.table("a list")?;
    table.expect_keys(&["page", "rows", "key", "select_key"]);
    if table.entry("rows").is_none() {
        table
            .problems
            .at(&table.span(), Kind::NoRows(method.value.clone()));
    }
    Some(List {
        page: table.required("page"),
        rows: table
            .text("rows")
            .map(|rows| rows.value)
            .unwrap_or_default(),
        key: table.text("key"),
        select_key: table.flag("select_key"),
    })
}

fn errors(method: &Reader<'_>) -> Vec<MethodError> {
    let Some(entry) = method.entry("errors") else {
        return Vec::new();
    };
    entry.items().into_iter().filter_map(error).collect()
}

fn error(entry: Entry<'_>) -> Option<MethodError> {
    if entry.is_text() {
        return entry.text().map(MethodError::Code);
    }
    let table = entry.table("an error")?;
    table.expect_keys(&["code", "text", "doc"]);
    Some(MethodError::Described {
        code: table.required_maybe_empty("code").value,
        // Texts in the portal's language cannot be given.
        text: table
            .text("text")
            .map(|text| text.value)
            .unwrap_or_default(),
        doc: table.required("doc").value,
    })
}

fn deprecated(entry: Entry<'_>) -> Option<Deprecated> {
    let table = entry.table("deprecated")?;
    table.expect_keys(&["use", "doc"]);
    let instead = table.text("use");
    if instead.is_none() {
        table.problems.at(&table.span(), Kind::NoReplacement);
    }
    Some(Deprecated {
        instead: instead?.value,
        doc: table.text("doc").map(|doc| doc.value).unwrap_or_default(),
    })
}

pub fn event(name: Spanned<String>, table: &Reader<'_>) -> Event {
    table.expect_keys(&["doc", "page", "data"]);
    Event {
        doc: table.required("doc").value,
        page: table.required("page").value,
        data: table.required("data"),
        name,
    }
}

pub fn placement(code: Spanned<String>, table: &Reader<'_>) -> Placement {
    table.expect_keys(&["doc", "page", "options", "bind", "commands", "events"]);
    let texts = |key| {
        table
            .texts(key)
            .into_iter()
            .map(|text| text.value)
            .collect()
    };
    Placement {
        doc: table.required("doc").value,
        page: table.required("page").value,
        options: table.text("options"),
        bind: table.text("bind"),
        commands: texts("commands"),
        events: texts("events"),
        code,
    }
}

pub fn error_code(code: Spanned<String>, table: &Reader<'_>) -> ErrorCode {
    table.expect_keys(&["kind", "status", "retryable", "doc"]);
    ErrorCode {
        kind: table.required_word("kind").unwrap_or(ErrorKind::Server),
        status: table
            .entry("status")
            .and_then(Entry::number)
            .and_then(|status| u16::try_from(status).ok()),
        retryable: table.flag("retryable"),
        doc: table.required("doc").value,
        code,
    }
}

pub fn message(table: &Reader<'_>) -> Message {
    table.expect_keys(&["contains", "kind"]);
    Message {
        contains: table.required("contains"),
        kind: table.required_word("kind").unwrap_or(ErrorKind::Server),
    }
}
