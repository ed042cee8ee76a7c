//! Objects: what comes back, what can be sent, and what lists can be asked for.

use super::{
    text::{Doc, Text},
    types::{Types, Way, filter_value},
};
use crate::{
    arena::Id,
    model::{Field, Model, Object},
    names,
};

/// Declares all types of an object that its uses ask for.
pub fn object(text: &mut Text, model: &Model, id: Id<Object>) {
    let object = &model.objects()[id];
    for (suffix, used) in names::object_types(object.uses, !object.open.is_empty()) {
        let name = names::with_suffix(&object.ts, suffix);
        match suffix {
            _ if !used => {}
            "" => interface(
                text,
                &Types::new(model, comes_back(model, id)),
                object,
                &name,
            ),
            "Input" => interface(text, &Types::new(model, Way::Create), object, &name),
            "Update" => interface(text, &Types::new(model, Way::Change), object, &name),
            "Filter" => filter(text, model, object, &name),
            "Order" => order(text, object, &name),
            "Select" => select(text, object, &name),
            "Selected" => selected(text, model, id, &name),
            _ => custom_fields(text, object, &name),
        }
    }
}

fn interface(text: &mut Text, types: &Types<'_>, object: &Object, name: &str) {
    let exists = types.way == Way::Change && object.uses.fixed;
    let mut doc = Doc::new(&object.doc);
    doc.paragraph(match types.way {
        Way::Read => "",
        Way::Page => "Numbers come as the portal wrote them, mostly as strings of digits.",
        _ if exists => "What can be sent of it once it exists.",
        Way::Create | Way::Change => "What can be sent of it.",
    });
    text.doc(0, &doc);
    text.line(
        0,
        &format!("export interface {name}{} {{", extends(types.way, object)),
    );
    for field in object.fields.iter().filter(|field| shows(types.way, field)) {
        // What exists keeps what is not sent, whatever the default.
        let doc = field_doc(types.way, field, !types.way.comes_back() && !exists);
        property(text, types, field, &doc);
    }
    text.line(0, "}");
    text.gap();
}

/// How an object comes back: what a placement opens with passes the client by.
fn comes_back(model: &Model, id: Id<Object>) -> Way {
    if model.is_placement_options(id) {
        Way::Page
    } else {
        Way::Read
    }
}

/// Custom fields come back as declared, and none of them has to be sent.
fn extends(way: Way, object: &Object) -> String {
    let custom = names::with_suffix(&object.ts, "CustomFields");
    match way {
        _ if object.open.is_empty() => String::new(),
        Way::Read | Way::Page => format!(" extends {custom}"),
        Way::Create | Way::Change => format!(" extends CustomInput<{custom}>"),
    }
}

fn shows(way: Way, field: &Field) -> bool {
    match way {
        Way::Read | Way::Page => !field.writeonly,
        Way::Create => field.sent_on_create(),
        Way::Change => field.sent_on_change(),
    }
}

/// A parameter of a method.
pub fn parameter(text: &mut Text, types: &Types<'_>, param: &Field) {
    property(text, types, param, &field_doc(types.way, param, true));
}

fn property(text: &mut Text, types: &Types<'_>, field: &Field, doc: &Doc) {
    text.doc(1, doc);
    let may_miss = if types.way.comes_back() {
        field.optional
    } else {
        !field.required
    };
    let mark = if may_miss { "?" } else { "" };
    text.union(
        1,
        &format!("{}{mark}:", key(&field.name)),
        &types.field(field),
    );
}

fn field_doc(way: Way, field: &Field, defaults: bool) -> Doc {
    let titled = !field.title.is_empty() && field.title != field.doc;
    let title = if titled {
        format!("{}: ", field.title)
    } else {
        String::new()
    };
    let mut doc = Doc::new(&format!("{title}{}", field.doc));
    if way == Way::Create && field.import {
        doc.paragraph("Only taken in import mode.");
    }
    doc.gap();
    for value in field.values.iter().filter(|value| !value.doc.is_empty()) {
        doc.item(&format!("`{}`: {}", value.value, value.doc));
    }
    if let Some(default) = field.default.as_ref().filter(|_| defaults) {
        doc.tag("default", &default.to_string());
    }
    if let Some(instead) = &field.deprecated {
        doc.tag("deprecated", instead);
    }
    doc
}

fn filter(text: &mut Text, model: &Model, object: &Object, name: &str) {
    let usable = object.fields.iter().filter(|field| field.filter);
    let (bare, plain): (Vec<_>, Vec<_>) = usable.partition(|field| model.is_multifield(field));
    let subject = &object.ts;
    text.doc(
        0,
        &Doc::new(&format!(
            "Conditions on fields of {subject}: see {{@link Filter}} for the operators."
        )),
    );
    text.line(0, &format!("export type {name} = Filter<{{"));
    for field in plain {
        text.union(
            1,
            &format!("{}:", key(&field.name)),
            &filter_value(model, field),
        );
    }
    let custom = if object.open.is_empty() {
        String::new()
    } else {
        format!(" & {}", names::with_suffix(subject, "CustomFields"))
    };
    let groups = if object.groups {
        format!(" & FilterGroups<{name}>")
    } else {
        String::new()
    };
    let bare = bare_names(model, &bare);
    text.line(0, &format!("}}{custom}{bare}>{groups};"));
    text.gap();
}

/// The second argument of `Filter`: fields that take no operators.
fn bare_names(model: &Model, fields: &[&Field]) -> String {
    let value = |field| filter_value(model, field).join(" | ");
    let names: Vec<_> = fields
        .iter()
        .map(|field| format!("{}: {}", key(&field.name), value(field)))
        .collect();
    if names.is_empty() {
        String::new()
    } else {
        format!(", {{ {} }}", names.join("; "))
    }
}

fn order(text: &mut Text, object: &Object, name: &str) {
    let (all, listed) = (all_but(object, |field| field.order), orderable(object));
    let names = if object.uses.read && all.len() < listed.len() {
        all
    } else {
        listed
    };
    text.doc(
        0,
        &Doc::new(&format!("Directions by fields of {}.", object.ts)),
    );
    text.line(0, &format!("export type {name} = Order<{names}>;"));
    text.gap();
}

/// The names of what comes back, without those of some fields.
fn all_but(object: &Object, usable: fn(&Field) -> bool) -> String {
    let unusable = object
        .fields
        .iter()
        .filter(|field| !usable(field) && !field.writeonly);
    match union(unusable).as_str() {
        "never" => format!("keyof {}", object.ts),
        names => format!("Exclude<keyof {}, {names}>", object.ts),
    }
}

/// The names to sort by, one by one.
fn orderable(object: &Object) -> String {
    let fields = object
        .fields
        .iter()
        .filter(|field| field.order)
        .map(|field| literal(&field.name));
    let names: Vec<_> = fields
        .chain(object.open.iter().map(|pattern| template(pattern)))
        .collect();
    if names.is_empty() {
        "never".into()
    } else {
        names.join(" | ")
    }
}

fn select(text: &mut Text, object: &Object, name: &str) {
    let mut members = vec![all_but(object, |field| field.select), literal("*")];
    if object.open.iter().any(|pattern| pattern.starts_with("UF_")) {
        members.push(literal("UF_*"));
    }
    let doc = format!(
        "What of {} can be selected: names of fields, and masks for many at once.",
        object.ts
    );
    text.doc(0, &Doc::new(&doc));
    text.union(0, &format!("export type {name} ="), &members);
    text.gap();
}

fn selected(text: &mut Text, model: &Model, id: Id<Object>, name: &str) {
    let object = &model.objects()[id];
    let shown = object.fields.iter().filter(|field| !field.writeonly);
    let by_name = union(shown.filter(|field| model.is_multifield(field)));
    let key = key_of_rows(model, id).map_or("never".to_owned(), |key| literal(&key));
    let (ts, choices) = (&object.ts, names::with_suffix(&object.ts, "Select"));
    text.doc(
        0,
        &Doc::new(&format!("{ts} with the selected fields only.")),
    );
    text.line(
        0,
        &format!("export type {name}<Select extends readonly {choices}[]> ="),
    );
    text.line(1, &format!("Selected<{ts}, {key}, {by_name}, Select>;"));
    text.gap();
}

/// The key that rows of these objects always have.
fn key_of_rows(model: &Model, id: Id<Object>) -> Option<String> {
    let lists = model
        .methods()
        .iter()
        .filter(|method| method.result.ty == crate::model::Type::Object(id));
    lists
        .filter_map(|method| method.list.as_ref())
        .filter(|list| !list.select_key)
        .map(|list| list.key.clone())
        .find(|key| !key.is_empty())
}

fn custom_fields(text: &mut Text, object: &Object, name: &str) {
    let mut doc = Doc::new(&format!(
        "The fields of {} that only some portals have.",
        object.ts
    ));
    doc.paragraph("Say which there are, and they are typed wherever such an object comes back, is sent or filtered:");
    let example = object.open[0].trim_end_matches('*');
    doc.tag(
        "example",
        &format!("declare module \"crm-wasm\" {{ interface {name} {{ {example}COLOR: string }} }}"),
    );
    text.doc(0, &doc);
    text.line(0, &format!("export interface {name} {{"));
    for pattern in &object.open {
        text.line(1, &format!("[field: {}]: unknown;", template(pattern)));
    }
    text.line(0, "}");
    text.gap();
}

fn union<'a>(fields: impl Iterator<Item = &'a Field>) -> String {
    let names: Vec<_> = fields.map(|field| literal(&field.name)).collect();
    if names.is_empty() {
        "never".into()
    } else {
        names.join(" | ")
    }
}

fn literal(text: &str) -> String {
    format!("\"{text}\"")
}

/// A pattern of names, `UF_CRM_*`, as a template literal type.
fn template(pattern: &str) -> String {
    format!("`{}`", pattern.replace('*', "${string}"))
}

/// A property's name, in quotes where it needs them.
pub fn key(name: &str) -> String {
    if names::is_identifier(name) {
        name.to_owned()
    } else {
        literal(name)
    }
}
