//! Methods: an interface of the parameters and a function each.

use super::{
    link,
    objects::parameter,
    text::{Doc, Text},
    types::{Types, Way},
};
use crate::{
    arena::Id,
    model::{Context, Effect, Method, Model, Object, Type},
    names,
};

/// Declares a method's parameters and its function.
pub fn method(text: &mut Text, model: &Model, method: &Method) {
    if !method.params.is_empty() {
        params(text, model, method);
    }
    text.doc(0, &doc(model, method));
    signature(text, model, method);
    text.gap();
}

fn params(text: &mut Text, model: &Model, method: &Method) {
    let generic = choices(model, method).map_or(String::new(), |choices| {
        format!("<Select extends readonly {choices}[] = readonly {choices}[]>")
    });
    text.doc(
        0,
        &Doc::new(&format!("The parameters of {{@link {}}}.", method.js)),
    );
    text.line(
        0,
        &format!(
            "export interface {}{generic} {{",
            names::params_type(&method.js)
        ),
    );
    let types = Types::new(model, Way::into(method));
    for param in &method.params {
        parameter(text, &types, param);
    }
    text.line(0, "}");
    text.gap();
}

fn signature(text: &mut Text, model: &Model, method: &Method) {
    let js = &method.js;
    let select = choices(model, method).map_or(String::new(), |choices| {
        format!("const Select extends readonly {choices}[] = readonly [], ")
    });
    let params = match (method.params.is_empty(), select.is_empty()) {
        (true, _) => "NoParams".to_owned(),
        (false, true) => names::params_type(js),
        (false, false) => format!("{}<Select>", names::params_type(js)),
    };
    let mark = if method.params.iter().any(|param| param.required) {
        ""
    } else {
        "?"
    };
    let result = result(model, method);
    text.line(
        0,
        &format!("export function {js}<{select}Raw extends boolean = false>("),
    );
    text.line(1, &format!("params{mark}: {params},"));
    text.line(1, "options?: CallOptionsWith<Raw>,");
    text.line(0, &format!("): Promise<Answer<{result}, Raw>>;"));
}

/// What the function's promise gives; rows have the fields that `Select` names.
fn result(model: &Model, method: &Method) -> String {
    let types = Types {
        selected: subject(method),
        ..Types::new(model, Way::Read)
    };
    let text = types.text(&method.result.ty);
    let text = if method.list.is_some() {
        format!("Page<{text}>")
    } else {
        text
    };
    if method.result.nullable && text != "unknown" {
        format!("{text} | null")
    } else {
        text
    }
}

/// The same where `Select` is not known before the program runs.
pub fn result_by_name(model: &Model, method: &Method) -> String {
    let any = choices(model, method).map(|choices| format!("<readonly {choices}[]>"));
    let text = result(model, method);
    any.map_or(text.clone(), |any| text.replace("<Select>", &any))
}

/// The type of a method's parameters.
pub fn params_type(method: &Method) -> String {
    if method.params.is_empty() {
        "NoParams".into()
    } else {
        names::params_type(&method.js)
    }
}

/// The object whose fields a parameter selects.
fn subject(method: &Method) -> Option<Id<Object>> {
    method.params.iter().find_map(|param| match param.ty {
        Type::Select(id) => Some(id),
        _ => None,
    })
}

/// The type of what can be selected.
fn choices(model: &Model, method: &Method) -> Option<String> {
    subject(method).map(|id| names::with_suffix(&model.objects()[id].ts, "Select"))
}

fn doc(model: &Model, method: &Method) -> Doc {
    let mut doc = Doc::new(&method.doc);
    doc.paragraph(&calls(model, method));
    for param in &method.params {
        doc.tag("param", &format!("params.{} {}", param.name, param.doc));
    }
    match (method.result.doc.as_str(), &method.list) {
        ("", _) => {}
        (row, Some(_)) => doc.tag(
            "returns",
            &format!("A page of rows, each of them: {}", names::lower_first(row)),
        ),
        (result, None) => doc.tag("returns", result),
    }
    for error in &method.errors {
        let sign = if error.code.is_empty() {
            &error.text
        } else {
            &error.code
        };
        let sign = if sign.is_empty() {
            String::new()
        } else {
            format!("`{sign}`: ")
        };
        doc.tag("throws", &format!("{{CrmError}} {sign}{}", error.doc));
    }
    if let Some(deprecated) = &method.deprecated {
        let instead = match model
            .methods()
            .iter()
            .find(|other| other.name == deprecated.instead)
        {
            Some(other) => format!("{{@link {}}}", other.js),
            None => format!("`{}`", deprecated.instead),
        };
        doc.tag("deprecated", &format!("Use {instead}. {}", deprecated.doc));
    }
    doc.tag("see", &link(&method.page));
    doc
}

/// What it calls, and who may.
fn calls(model: &Model, method: &Method) -> String {
    let scope = &model.families()[method.family].scope;
    let mut text = format!("Calls `{}`", method.name);
    if !scope.is_empty() {
        text += &format!(" (scope `{scope}`)");
    }
    text.push('.');
    if method.context == Some(Context::Application) {
        text += " For applications only, not for webhooks.";
    }
    if method.admin {
        text += " For administrators only.";
    }
    if method.effect == Effect::Create {
        text += " Every call makes something new.";
    }
    text
}
