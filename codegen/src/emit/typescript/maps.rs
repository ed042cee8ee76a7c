//! What is found by name: methods, events and placements, and the functions that take such names.

use super::{
    link,
    methods::{params_type, result_by_name},
    objects::key,
    text::{Doc, Text},
};
use crate::{
    arena::Id,
    model::{Model, Object, Placement},
};

/// Declares `Methods` and `call`.
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
    text.line(0, CALL.trim());
    text.gap();
}

/// Declares `Events`, `PortalEvent` and `parseEvent`.
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
    text.line(0, EVENT.trim());
    text.gap();
}

/// Declares `Placements`.
pub fn placements(text: &mut Text, model: &Model) {
    let doc = "The placements by their codes: what an opened app receives, what `placementBind` takes as OPTIONS, \
               and what the app may send and listen to.";
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

const CALL: &str = r#"
/** The names of the methods that need no parameters. */
export type MethodsWithoutParams = {
  [Name in keyof Methods]: {} extends Methods[Name]["params"] ? Name : never;
}[keyof Methods];

/**
 * Calls a method by its name on the wire: the same as its function, typed by the same map.
 *
 * A method that is not in {@link Methods} can be called too. Its parameters and its result pass as they are.
 *
 * @example
 * const lead = await call("crm.lead.get", { id: 7 });
 */
export function call<Name extends MethodsWithoutParams>(name: Name): Promise<Methods[Name]["result"]>;
export function call<Name extends keyof Methods, Raw extends boolean = false>(
  name: Name,
  params: Methods[Name]["params"],
  options?: CallOptionsWith<Raw>,
): Promise<Answer<Methods[Name]["result"], Raw>>;
export function call<Name extends string>(
  name: Name extends keyof Methods ? never : Name,
  params?: object,
  options?: CallOptions,
): Promise<unknown>;
"#;

const EVENT: &str = r#"
/** An event as the portal delivers it to a handler: `event` says which it is, and with that what `data` holds. */
export type PortalEvent = { [Name in keyof Events]: EventEnvelope<Name, Events[Name]> }[keyof Events];

/**
 * Reads the body of an event's POST. Give the token that came with the installation, or anybody can send events.
 *
 * An event that is not in {@link Events} keeps its data as it came.
 *
 * @throws {CrmError} kind `auth` when the token is not the expected one, `protocol` when the body is no event.
 * @example
 * const event = parseEvent(await request.text(), { applicationToken });
 * if (event.event === "ONCRMLEADADD") console.log(event.data.FIELDS.ID);
 */
export function parseEvent(body: EventBody, options?: ParseEventOptions): PortalEvent;
"#;
