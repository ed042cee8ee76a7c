//! The whole model as JSON, for other programs. `codegen/README.md` describes its shape.

use serde::Serialize;
use serde_json::Value as Json;

use super::{Emitter, Output, Place};
use crate::model::{self, Context, Deprecated, Effect, ErrorCode, List, MethodError, Model, Value};

/// Writes `model.json`.
pub struct ModelJson;

impl Emitter for ModelJson {
    fn place(&self) -> Place {
        Place::Stdout
    }

    fn emit(&self, model: &Model) -> Vec<Output> {
        let text =
            serde_json::to_string_pretty(&spec(model)).expect("a model has no maps with odd keys");
        vec![Output::new("model.json", text + "\n")]
    }
}

#[derive(Serialize)]
struct Spec<'a> {
    families: Vec<Family<'a>>,
    methods: Vec<Method<'a>>,
    objects: Vec<Object<'a>>,
    events: Vec<Event<'a>>,
    placements: Vec<Placement<'a>>,
    errors: &'a [ErrorCode],
    messages: &'a [model::Message],
    corrections: Vec<Correction<'a>>,
}

#[derive(Serialize)]
struct Family<'a> {
    name: &'a str,
    prefix: &'a str,
    scope: &'a str,
    doc: &'a str,
    page: &'a str,
}

#[derive(Serialize)]
struct Method<'a> {
    name: &'a str,
    js: &'a str,
    family: &'a str,
    scope: &'a str,
    effect: Effect,
    doc: &'a str,
    page: &'a str,
    context: Option<Context>,
    admin: bool,
    deprecated: Option<&'a Deprecated>,
    params: Vec<Field<'a>>,
    result: Answer<'a>,
    list: Option<&'a List>,
    errors: &'a [MethodError],
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(rename = "type")]
    ty: String,
    nullable: bool,
    doc: &'a str,
}

#[derive(Serialize)]
struct Object<'a> {
    name: &'a str,
    ts: &'a str,
    family: &'a str,
    doc: &'a str,
    open: &'a [String],
    multifield: bool,
    groups: bool,
    fields: Vec<Field<'a>>,
}

#[derive(Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the spec's own keys, independent of one another"
)]
struct Field<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    ty: String,
    input: Option<String>,
    doc: &'a str,
    title: &'a str,
    required: bool,
    default: &'a Option<Json>,
    values: &'a [Value],
    other_values: bool,
    readonly: bool,
    immutable: bool,
    import: bool,
    writeonly: bool,
    nullable: bool,
    optional: bool,
    deprecated: Option<&'a str>,
    filter: bool,
    order: bool,
    select: bool,
}

#[derive(Serialize)]
struct Event<'a> {
    name: &'a str,
    js: &'a str,
    family: &'a str,
    doc: &'a str,
    page: &'a str,
    data: &'a str,
}

#[derive(Serialize)]
struct Placement<'a> {
    code: &'a str,
    family: &'a str,
    doc: &'a str,
    page: &'a str,
    options: Option<&'a str>,
    bind: Option<&'a str>,
    commands: &'a [String],
    events: &'a [String],
}

#[derive(Serialize)]
struct Correction<'a> {
    name: &'a str,
    at: &'a str,
    says: &'a str,
    fact: &'a str,
    source: &'a str,
    file: &'a str,
}

fn spec(model: &Model) -> Spec<'_> {
    let named = model
        .families()
        .iter()
        .filter(|family| !family.name.is_empty());
    Spec {
        families: named.map(family).collect(),
        methods: model.methods().iter().map(|it| method(model, it)).collect(),
        objects: model.objects().iter().map(|it| object(model, it)).collect(),
        events: model.events().iter().map(|it| event(model, it)).collect(),
        placements: model
            .placements()
            .iter()
            .map(|it| placement(model, it))
            .collect(),
        errors: model.errors(),
        messages: model.messages(),
        corrections: model.corrections().iter().map(correction).collect(),
    }
}

fn family(family: &model::Family) -> Family<'_> {
    let model::Family {
        name,
        scope,
        doc,
        page,
        ..
    } = family;
    Family {
        name,
        prefix: family.wire_prefix(),
        scope,
        doc,
        page,
    }
}

fn method<'a>(model: &'a Model, method: &'a model::Method) -> Method<'a> {
    let family = &model.families()[method.family];
    Method {
        name: &method.name,
        js: &method.js,
        family: &family.name,
        scope: &family.scope,
        effect: method.effect,
        doc: &method.doc,
        page: &method.page,
        context: method.context,
        admin: method.admin,
        deprecated: method.deprecated.as_ref(),
        params: fields(model, &method.params),
        result: Answer {
            ty: model.type_text(&method.result.ty),
            nullable: method.result.nullable,
            doc: &method.result.doc,
        },
        list: method.list.as_ref(),
        errors: &method.errors,
    }
}

fn object<'a>(model: &'a Model, object: &'a model::Object) -> Object<'a> {
    Object {
        name: &object.name,
        ts: &object.ts,
        family: &model.families()[object.family].name,
        doc: &object.doc,
        open: &object.open,
        multifield: object.multifield,
        groups: object.groups,
        fields: fields(model, &object.fields),
    }
}

fn fields<'a>(model: &'a Model, fields: &'a [model::Field]) -> Vec<Field<'a>> {
    fields.iter().map(|it| field(model, it)).collect()
}

fn field<'a>(model: &'a Model, field: &'a model::Field) -> Field<'a> {
    Field {
        name: &field.name,
        ty: model.type_text(&field.ty),
        input: field.input.as_ref().map(|input| model.type_text(input)),
        doc: &field.doc,
        title: &field.title,
        required: field.required,
        default: &field.default,
        values: &field.values,
        other_values: field.other_values,
        readonly: field.readonly,
        immutable: field.immutable,
        import: field.import,
        writeonly: field.writeonly,
        nullable: field.nullable,
        optional: field.optional,
        deprecated: field.deprecated.as_deref(),
        filter: field.filter,
        order: field.order,
        select: field.select,
    }
}

fn event<'a>(model: &'a Model, event: &'a model::Event) -> Event<'a> {
    Event {
        name: &event.name,
        js: &event.js,
        family: &model.families()[event.family].name,
        doc: &event.doc,
        page: &event.page,
        data: &model.objects()[event.data].name,
    }
}

fn placement<'a>(model: &'a Model, placement: &'a model::Placement) -> Placement<'a> {
    Placement {
        code: &placement.code,
        family: &model.families()[placement.family].name,
        doc: &placement.doc,
        page: &placement.page,
        options: placement
            .options
            .map(|id| model.objects()[id].name.as_str()),
        bind: placement.bind.map(|id| model.objects()[id].name.as_str()),
        commands: &placement.commands,
        events: &placement.events,
    }
}

fn correction(correction: &model::Correction) -> Correction<'_> {
    let model::Correction {
        name,
        at,
        says,
        fact,
        source,
        file,
        ..
    } = correction;
    Correction {
        name,
        at,
        says,
        fact,
        source,
        file,
    }
}
