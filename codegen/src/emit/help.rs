//! `crm-wasm/js/console/help.json`: what `crm.help()` in a browser's console tells of methods, events and objects.

use serde::Serialize;
use serde_json::Value as Json;

use super::{Emitter, Output, Place};
use crate::model::{self, Context, Effect, Model};

/// Writes `crm-wasm/js/console/help.json`.
pub struct Help;

impl Emitter for Help {
    fn place(&self) -> Place {
        Place::Repository
    }

    fn emit(&self, model: &Model) -> Vec<Output> {
        let methods = model.methods().iter().map(|it| method(model, it));
        let events = model.events().iter().map(event);
        let used = model.objects().iter().filter(|it| it.uses.any());
        let objects = used.map(|it| object(model, it));
        let parts = [
            list("methods", methods),
            list("events", events),
            list("objects", objects),
        ];
        let text = format!("{{\n{}\n}}\n", parts.join(",\n"));
        vec![Output::new("crm-wasm/js/console/help.json", text)]
    }
}

/// One line an item, so that a change of the spec is a change of a few lines.
fn list<T: Serialize>(name: &str, items: impl Iterator<Item = T>) -> String {
    let line = |item| serde_json::to_string(&item).expect("help has no maps with odd keys");
    let lines: Vec<_> = items.map(line).collect();
    format!("\"{name}\": [\n{}\n]", lines.join(",\n"))
}

#[derive(Serialize)]
struct Method<'a> {
    js: &'a str,
    name: &'a str,
    effect: Effect,
    doc: &'a str,
    params: Vec<Field<'a>>,
    result: Answer<'a>,
    #[serde(skip_serializing_if = "is_false")]
    pages: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<Context>,
    #[serde(skip_serializing_if = "is_false")]
    admin: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<&'a str>,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(rename = "type")]
    ty: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    doc: &'a str,
}

#[derive(Serialize)]
struct Event<'a> {
    js: &'a str,
    name: &'a str,
    doc: &'a str,
}

#[derive(Serialize)]
struct Object<'a> {
    name: &'a str,
    doc: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    open: &'a [String],
    fields: Vec<Field<'a>>,
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    ty: String,
    doc: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    required: bool,
    #[serde(skip_serializing_if = "is_false")]
    readonly: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'a Json>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<&'a Json>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes what it asks about by reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

fn method<'a>(model: &'a Model, method: &'a model::Method) -> Method<'a> {
    let instead = method.deprecated.as_ref();
    let result = Answer {
        ty: model.type_text(&method.result.ty),
        doc: &method.result.doc,
    };
    Method {
        js: &method.js,
        name: &method.name,
        effect: method.effect,
        doc: &method.doc,
        params: fields(model, &method.params),
        result,
        pages: method.list.is_some(),
        context: method.context,
        admin: method.admin,
        instead: instead.map(|it| it.instead.as_str()),
    }
}

fn event(event: &model::Event) -> Event<'_> {
    Event {
        js: &event.js,
        name: &event.name,
        doc: &event.doc,
    }
}

fn object<'a>(model: &'a Model, object: &'a model::Object) -> Object<'a> {
    Object {
        name: &object.name,
        doc: &object.doc,
        open: &object.open,
        fields: fields(model, &object.fields),
    }
}

fn fields<'a>(model: &'a Model, fields: &'a [model::Field]) -> Vec<Field<'a>> {
    let field = |field: &'a model::Field| Field {
        name: &field.name,
        ty: model.type_text(field.sent()),
        doc: &field.doc,
        required: field.required,
        readonly: field.readonly,
        default: field.default.as_ref(),
        values: field.values.iter().map(|value| &value.value).collect(),
    };
    fields.iter().map(field).collect()
}
