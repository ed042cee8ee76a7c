//! Methods: an interface of the parameters and a function each, two where they are lists.

use super::{
    link,
    objects::parameter,
    text::{Doc, Text},
    types::{Types, Way},
};
use crate::{
    arena::Id,
    model::{Context, Effect, Field, Method, Model, Object, Type},
    names,
};

/// Declares a method's parameters and its function, and those for all rows where it is a list.
pub fn method(text: &mut Text, model: &Model, method: &Method) {
    function(text, model, &Function::of(method));
    if method.list.is_some() {
        function(text, model, &Function::all_rows(model, method));
    }
}

/// A function of a method.
struct Function<'a> {
    method: &'a Method,
    js: String,
    params: Vec<&'a Field>,
    /// Whether it gives all rows of a list.
    all_rows: bool,
}

impl<'a> Function<'a> {
    /// The method itself.
    fn of(method: &'a Method) -> Self {
        Self {
            method,
            js: method.js.clone(),
            params: method.params.iter().collect(),
            all_rows: false,
        }
    }

    /// All rows of a list. Which page, and where rows are read by their key the order, is the client's business.
    fn all_rows(model: &Model, method: &'a Method) -> Self {
        let paging = method.list.as_ref().map_or("", |list| &list.page);
        let order = if model.is_keyed(method) { "order" } else { "" };
        let params = method.params.iter();
        Self {
            method,
            js: names::all_rows(&method.js),
            params: params
                .filter(|param| param.name != paging && param.name != order)
                .collect(),
            all_rows: true,
        }
    }
}

fn function(text: &mut Text, model: &Model, function: &Function<'_>) {
    if !function.params.is_empty() {
        params(text, model, function);
    }
    text.doc(0, &doc(model, function));
    signature(text, model, function);
    text.gap();
}

fn params(
    text: &mut Text,
    model: &Model,
    Function {
        method, js, params, ..
    }: &Function<'_>,
) {
    let generic = choices(model, method).map_or(String::new(), |choices| {
        format!("<Select extends readonly {choices}[] = readonly {choices}[]>")
    });
    text.doc(0, &Doc::new(&format!("The parameters of {{@link {js}}}.")));
    text.line(
        0,
        &format!("export interface {}{generic} {{", names::params_type(js)),
    );
    let types = Types::new(model, Way::into(method));
    for param in params {
        parameter(text, &types, param);
    }
    text.line(0, "}");
    text.gap();
}

fn signature(text: &mut Text, model: &Model, function: &Function<'_>) {
    let Function {
        method,
        js,
        params,
        all_rows,
    } = function;
    let select = choices(model, method).map_or(String::new(), |choices| {
        format!("const Select extends readonly {choices}[] = readonly [], ")
    });
    let mark = if params.iter().any(|param| param.required) {
        ""
    } else {
        "?"
    };
    let params = match (params.is_empty(), select.is_empty()) {
        (true, _) => "NoParams".to_owned(),
        (false, true) => names::params_type(js),
        (false, false) => format!("{}<Select>", names::params_type(js)),
    };
    text.line(
        0,
        &format!("export function {js}<{select}Raw extends boolean = false>("),
    );
    text.line(1, &format!("params{mark}: {params},"));
    if *all_rows {
        text.line(1, "options?: ListOptions<Raw>,");
        let row = row(model, method);
        text.line(0, &format!("): Rows<Answer<{row}, Raw>>;"));
    } else {
        text.line(1, "options?: CallOptionsWith<Raw>,");
        let result = result(model, method);
        text.line(0, &format!("): Promise<Answer<{result}, Raw>>;"));
    }
}

/// What the method answers, or one of its rows; those have the fields that `Select` names.
fn row(model: &Model, method: &Method) -> String {
    let types = Types {
        selected: subject(method),
        ..Types::new(model, Way::Read)
    };
    types.text(&method.result.ty)
}

/// What the function's promise gives.
fn result(model: &Model, method: &Method) -> String {
    let text = row(model, method);
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

/// The same where `Select` is any list of names; none for a method that selects nothing.
pub fn result_by_selection(model: &Model, method: &Method) -> Option<String> {
    let choices = choices(model, method)?;
    let any = format!("<Select & readonly {choices}[]>");
    Some(result(model, method).replace("<Select>", &any))
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

fn doc(model: &Model, function: &Function<'_>) -> Doc {
    let Function {
        method,
        params,
        all_rows,
        ..
    } = function;
    let mut doc = Doc::default();
    if *all_rows {
        doc.paragraph(&format!(
            "Gives all rows of {{@link {}}}, read as they are taken.",
            method.js
        ));
        doc.paragraph(&reading(model, method));
    } else {
        doc.paragraph(&method.doc);
    }
    doc.paragraph(&calls(model, method));
    for param in params {
        doc.tag("param", &format!("params.{} {}", param.name, param.doc));
    }
    let row = names::lower_first(&method.result.doc);
    match &method.list {
        _ if row.is_empty() => {}
        None => doc.tag("returns", &method.result.doc),
        Some(_) if *all_rows => doc.tag("returns", &format!("The rows, each of them: {row}")),
        Some(_) => doc.tag("returns", &format!("A page of rows, each of them: {row}")),
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
            Some(other) if *all_rows && other.list.is_some() => {
                format!("{{@link {}}}", names::all_rows(&other.js))
            }
            Some(other) => format!("{{@link {}}}", other.js),
            None => format!("`{}`", deprecated.instead),
        };
        doc.tag("deprecated", &format!("Use {instead}. {}", deprecated.doc));
    }
    doc.tag("see", &link(&method.page));
    doc
}

/// How all rows of a list are read.
fn reading(model: &Model, method: &Method) -> String {
    let key = method.list.as_ref().map_or("", |list| &list.key);
    if model.is_keyed(method) {
        format!(
            "They come by ascending {key} and in no other order, up to 2,500 in a request. While others add or remove rows, \
             none comes twice and none that stays is missing. Conditions on {key} hold too."
        )
    } else {
        "The portal does not find these rows by a key, so they are read page after page, 50 in a request: when others \
         add or remove some meanwhile, rows may be missing or come twice."
            .into()
    }
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
