//! What is found by its name on the wire: methods, events and placements.

use super::{
    link,
    methods::{params_type, result_by_name, result_by_selection},
    objects::key,
    text::{Doc, Text},
};
use crate::{
    arena::Id,
    model::{Model, Object, Placement},
};

/// Declares `Methods`.
pub fn methods(text: &mut Text, model: &Model) {
    text.doc(
        0,
        &Doc::new("The methods by their names on the wire: what they take and give."),
    );
    text.line(0, "export interface Methods {");
    for method in model.methods() {
        let (params, result) = (params_type(method), result_by_name(model, method));
        text.line(
            1,
            &format!(
                "\"{}\": {{ params: {params}; result: {result} }};",
                method.name
            ),
        );
    }
    text.line(0, "}");
    text.gap();
}

/// Declares `SelectedResults`.
pub fn selected_results(text: &mut Text, model: &Model) {
    let doc = "What the methods with a selection give, by their names on the wire: rows with the fields of `Select`.";
    text.doc(0, &Doc::new(doc));
    text.line(
        0,
        "export interface SelectedResults<Select extends readonly unknown[]> {",
    );
    for method in model.methods() {
        if let Some(result) = result_by_selection(model, method) {
            text.line(1, &format!("\"{}\": {result};", method.name));
        }
    }
    text.line(0, "}");
    text.gap();
}

/// Declares `Events`.
pub fn events(text: &mut Text, model: &Model) {
    text.doc(
        0,
        &Doc::new("The events by their names on the wire: what they deliver as `data`."),
    );
    text.line(0, "export interface Events {");
    for event in model.events() {
        let mut doc = Doc::new(&format!("{} `{}`", event.doc, event.js));
        doc.tag("see", &link(&event.page));
        text.doc(1, &doc);
        text.line(
            1,
            &format!("{}: {};", key(&event.name), model.objects()[event.data].ts),
        );
    }
    text.line(0, "}");
    text.gap();
}

/// Declares `Placements`.
pub fn placements(text: &mut Text, model: &Model) {
    let doc = "The placements by their codes: what an opened app receives, what binding takes as OPTIONS, and what \
               the app may send and listen to.";
    text.doc(0, &Doc::new(doc));
    text.line(0, "export interface Placements {");
    for placement in model.placements() {
        placement_entry(text, model, placement);
    }
    text.line(0, "}");
}

fn placement_entry(text: &mut Text, model: &Model, placement: &Placement) {
    let mut doc = Doc::new(&placement.doc);
    doc.tag("see", &link(&placement.page));
    text.doc(1, &doc);
    text.line(1, &format!("{}: {{", key(&placement.code)));
    text.line(
        2,
        &format!("options: {};", object(model, placement.options, "")),
    );
    text.line(
        2,
        &format!("bind: {};", object(model, placement.bind, "Input")),
    );
    text.union(2, "commands:", &words(&placement.commands));
    text.union(2, "events:", &words(&placement.events));
    text.line(1, "};");
}

fn object(model: &Model, id: Option<Id<Object>>, suffix: &str) -> String {
    id.map_or("Record<string, unknown>".into(), |id| {
        crate::names::with_suffix(&model.objects()[id].ts, suffix)
    })
}

fn words(words: &[String]) -> Vec<String> {
    if words.is_empty() {
        vec!["never".into()]
    } else {
        words.iter().map(|word| format!("\"{word}\"")).collect()
    }
}
