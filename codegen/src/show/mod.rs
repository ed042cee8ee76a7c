//! Prints one method, object, event or placement as a person would read it.

mod table;

use crate::{
    arena::Id,
    emit::typescript::link,
    model::{
        Context, Correction, Event, Family, Field, List, Method, MethodError, Model, Object,
        Placement,
    },
    names,
};
use table::section;

/// A name that nothing has.
#[derive(Debug, thiserror::Error)]
#[error("nothing is called `{name}`{}", .suggestion.as_ref().map(|near| format!(": did you mean `{near}`?")).unwrap_or_default())]
pub struct Unknown {
    name: String,
    suggestion: Option<String>,
}

/// Something that has a name.
enum Item<'a> {
    Method(&'a Method),
    Object(&'a Object),
    Event(&'a Event),
    Placement(&'a Placement),
}

/// Describes what has the name, in any case of letters, on the wire, in JavaScript or in TypeScript.
pub fn show(model: &Model, name: &str) -> Result<String, Unknown> {
    let items = items(model);
    let found = items
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    let Some((_, item)) = found else {
        let suggestion = names::closest(name, items.iter().map(|(known, _)| *known));
        return Err(Unknown {
            name: name.to_owned(),
            suggestion,
        });
    };
    Ok(match item {
        Item::Method(it) => method(model, it),
        Item::Object(it) => object(model, it),
        Item::Event(it) => event(model, it),
        Item::Placement(it) => placement(model, it),
    })
}

/// Everything with all its names.
fn items(model: &Model) -> Vec<(&str, Item<'_>)> {
    let mut items: Vec<(&str, Item<'_>)> = Vec::new();
    for it in model.methods() {
        items.extend([&it.name, &it.js].map(|name| (name.as_str(), Item::Method(it))));
    }
    for it in model.objects() {
        items.extend([&it.name, &it.ts].map(|name| (name.as_str(), Item::Object(it))));
    }
    for it in model.events() {
        items.push((&it.js, Item::Event(it)));
    }
    for it in model.placements() {
        items.push((&it.code, Item::Placement(it)));
    }
    items
}

fn method(model: &Model, method: &Method) -> String {
    let family = &model.families()[method.family];
    let deprecated = method
        .deprecated
        .as_ref()
        .map(|it| format!("Deprecated: use {}. {}\n", it.instead, it.doc));
    [
        format!("{}    {}\n\n{}\n", method.name, method.js, method.doc),
        deprecated.unwrap_or_default(),
        format!("\n{}\n", conditions(family, method)),
        fields(model, "Parameters", &method.params),
        result(model, method),
        section(
            "Errors",
            &method.errors.iter().map(error).collect::<Vec<_>>(),
        ),
        corrections(
            model,
            method.family,
            &format!("method.{}", tail(family, method)),
        ),
        documentation(&method.page),
    ]
    .concat()
}

/// What a caller has to be, and what a call does.
fn conditions(family: &Family, method: &Method) -> String {
    let mut words = vec![format!("effect {}", method.effect)];
    if !family.scope.is_empty() {
        words.push(format!("scope {}", family.scope));
    }
    if method.context == Some(Context::Application) {
        words.push("applications only".into());
    }
    if method.admin {
        words.push("administrators only".into());
    }
    words.join(" · ")
}

fn result(model: &Model, method: &Method) -> String {
    let pages = if method.list.is_some() {
        "pages of "
    } else {
        ""
    };
    let null = if method.result.nullable {
        " | null"
    } else {
        ""
    };
    let ty = format!("{pages}{}{null}", model.type_text(&method.result.ty));
    let row = vec![ty, method.result.doc.clone()];
    section("Result", &[row]) + &method.list.as_ref().map(paging).unwrap_or_default()
}

fn paging(list: &List) -> String {
    let key = if list.key.is_empty() {
        String::new()
    } else {
        format!(", told apart by {}", list.key)
    };
    format!("  paged by {}, rows in {}{key}\n", list.page, list.rows)
}

fn error(error: &MethodError) -> Vec<String> {
    let code = if error.code.is_empty() {
        "\"\""
    } else {
        &error.code
    };
    vec![code.to_owned(), error.text.clone(), error.doc.clone()]
}

/// The method's own part of its name.
fn tail<'a>(family: &Family, method: &'a Method) -> &'a str {
    let own = method
        .name
        .strip_prefix(family.wire_prefix())
        .unwrap_or(&method.name);
    own.trim_start_matches('.')
}

fn object(model: &Model, object: &Object) -> String {
    let open = if object.open.is_empty() {
        String::new()
    } else {
        format!(
            "Fields nobody declared pass as they are: {}\n",
            object.open.join(", ")
        )
    };
    [
        format!("{}    {}\n\n{}\n", object.name, object.ts, object.doc),
        open,
        fields(model, "Fields", &object.fields),
        words("Used by", &users(model, object)),
        corrections(model, object.family, &format!("object.{}", object.name)),
    ]
    .concat()
}

/// The methods, events and placements that mention the object itself.
fn users(model: &Model, object: &Object) -> Vec<String> {
    let mentions = |text: &str| {
        text.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == object.name)
    };
    let is_it = |id: Id<Object>| model.objects()[id].name == object.name;
    let methods = model.methods().iter().filter(|method| {
        let mut types = method
            .params
            .iter()
            .map(|param| &param.ty)
            .chain([&method.result.ty]);
        types.any(|ty| mentions(&model.type_text(ty)))
    });
    let holders = model.objects().iter().filter(|holder| {
        let mut types = holder.fields.iter().map(|field| &field.ty);
        types.any(|ty| mentions(&model.type_text(ty)))
    });
    let events = model.events().iter().filter(|event| is_it(event.data));
    let placements = model
        .placements()
        .iter()
        .filter(|it| it.options.is_some_and(is_it) || it.bind.is_some_and(is_it));
    let methods = methods
        .map(|method| &method.name)
        .chain(holders.map(|holder| &holder.name));
    methods
        .chain(events.map(|event| &event.js))
        .chain(placements.map(|it| &it.code))
        .cloned()
        .collect()
}

fn event(model: &Model, event: &Event) -> String {
    [
        format!("{}    {}\n\n{}\n", event.js, event.name, event.doc),
        fields(model, "Data", &model.objects()[event.data].fields),
        corrections(model, event.family, &format!("event.{}", event.js)),
        documentation(&event.page),
    ]
    .concat()
}

fn placement(model: &Model, placement: &Placement) -> String {
    let object = |id: Option<Id<Object>>| id.map_or(&[][..], |id| &model.objects()[id].fields);
    [
        format!("{}\n\n{}\n", placement.code, placement.doc),
        fields(model, "Options of an opened app", object(placement.options)),
        fields(model, "OPTIONS when it is bound", object(placement.bind)),
        words("Commands", &placement.commands),
        words("Events", &placement.events),
        corrections(
            model,
            placement.family,
            &format!("placement.{}", placement.code),
        ),
        documentation(&placement.page),
    ]
    .concat()
}

fn words(title: &str, words: &[String]) -> String {
    section(
        title,
        &words
            .iter()
            .map(|word| vec![word.clone()])
            .collect::<Vec<_>>(),
    )
}

/// Fields with their names, types, marks and sentences.
fn fields(model: &Model, title: &str, fields: &[Field]) -> String {
    let row = |field: &Field| {
        vec![
            field.name.clone(),
            model.type_text(&field.ty),
            marks(model, field),
            field.doc.clone() + &values(field),
        ]
    };
    section(title, &fields.iter().map(row).collect::<Vec<_>>())
}

fn marks(model: &Model, field: &Field) -> String {
    let flags = [
        (field.required, "required"),
        (field.readonly, "read-only"),
        (field.import, "import"),
        (field.immutable, "immutable"),
        (field.writeonly, "write-only"),
        (field.nullable, "nullable"),
        (field.optional, "optional"),
        (field.deprecated.is_some(), "deprecated"),
    ];
    let mut marks: Vec<_> = flags
        .into_iter()
        .filter(|(set, _)| *set)
        .map(|(_, mark)| mark.to_owned())
        .collect();
    marks.extend(
        field
            .input
            .as_ref()
            .map(|input| format!("sent as {}", model.type_text(input))),
    );
    marks.extend(
        field
            .default
            .as_ref()
            .map(|default| format!("default {default}")),
    );
    marks.join(", ")
}

fn values(field: &Field) -> String {
    let values: Vec<_> = field
        .values
        .iter()
        .map(|value| value.value.to_string())
        .collect();
    let more = if field.other_values { " …" } else { "" };
    if values.is_empty() {
        String::new()
    } else {
        format!(" One of {}{more}.", values.join(" "))
    }
}

/// The corrections of an entry and of everything in it.
fn corrections(model: &Model, family: Id<Family>, at: &str) -> String {
    let about = |correction: &&Correction| {
        let path = correction.at.replace('"', "");
        let rest = path.strip_prefix(at);
        correction.family == family
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let found: Vec<_> = model
        .corrections()
        .iter()
        .filter(about)
        .map(correction)
        .collect();
    if found.is_empty() {
        String::new()
    } else {
        format!("\nWhere the documentation is wrong\n{}", found.concat())
    }
}

fn correction(correction: &Correction) -> String {
    let Correction {
        name,
        says,
        fact,
        source,
        ..
    } = correction;
    format!("  {name}\n    It says:  {says}\n    It is so: {fact}\n    Source:   {source}\n")
}

fn documentation(page: &str) -> String {
    format!("\nDocumentation: {}\n", link(page))
}
