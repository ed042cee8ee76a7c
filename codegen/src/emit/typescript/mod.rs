//! `pkg/index.d.ts`: every function, parameter and field with its exact type and its sentence.
//!
//! What is the same for every spec is written by hand in the files beside it, which this one re-exports.

mod events;
mod maps;
mod methods;
mod objects;
mod text;
mod types;

use super::{Emitter, Output, Place};
use crate::{
    arena::Id,
    model::{Family, Model},
};
use text::Text;

/// Writes `pkg/index.d.ts`.
pub struct TypeScript;

impl Emitter for TypeScript {
    fn place(&self) -> Place {
        Place::Repository
    }

    fn emit(&self, model: &Model) -> Vec<Output> {
        vec![Output::new("pkg/index.d.ts", declarations(model))]
    }
}

/// The address of a page of the official documentation.
pub fn link(page: &str) -> String {
    format!("https://apidocs.bitrix24.com/{page}.html")
}

const HEAD: &str = r#"// Generated from spec/ by `cargo run -p codegen -- generate`. Do not edit by hand.

import type { Listener, ListenOptions, Stop } from "./events.js";
import type { ListOptions, Rows } from "./list.js";
import type {
  Answer, CallOptionsWith, CustomInput, DateInput, FileInfo, FileInput, Filter, FilterGroups, Id, NoParams, Order,
  Page, Selected,
} from "./types.js";

export * from "./batch.js";
export * from "./connect.js";
export * from "./events.js";
export * from "./limits.js";
export * from "./list.js";
export * from "./placement.js";
export * from "./runtime.js";
export * from "./types.js";
"#;

fn declarations(model: &Model) -> String {
    let mut text = Text::default();
    text.line(0, HEAD);
    for (id, declared) in model.families().entries() {
        family(&mut text, model, id, declared);
    }
    maps::methods(&mut text, model);
    maps::selected_results(&mut text, model);
    maps::events(&mut text, model);
    maps::placements(&mut text, model);
    text.finish()
}

fn family(text: &mut Text, model: &Model, id: Id<Family>, family: &Family) {
    let mut objects = model
        .objects()
        .entries()
        .filter(|(_, object)| object.family == id)
        .peekable();
    let mut methods = model
        .methods()
        .iter()
        .filter(|method| method.family == id)
        .peekable();
    let mut events = model
        .events()
        .iter()
        .filter(|event| event.family == id)
        .peekable();
    if objects.peek().is_none() && methods.peek().is_none() && events.peek().is_none() {
        return;
    }
    text.line(0, &format!("// {}: {}", family.name, family.doc));
    text.gap();
    for (id, _) in objects {
        objects::object(text, model, id);
    }
    for method in methods {
        methods::method(text, model, method);
    }
    for event in events {
        events::event(text, event);
    }
}
