//! Prints one method, object, event or placement as a person would read it.

use crate::{
    emit::typescript::link,
    model::{Context, Correction, Event, Family, Field, Method, Model, Object, Placement},
    names,
};

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
    let mut text = format!("{}    {}\n\n{}\n", method.name, method.js, method.doc);
    if let Some(deprecated) = &method.deprecated {
        text += &format!(
            "Deprecated: use {}. {}\n",
            deprecated.instead, deprecated.doc
        );
    }
    text += &format!(
        "\n{}\n",
        conditions(&model.families()[method.family], method)
    );
    text += &section(
        "Parameters",
        &method
            .params
            .iter()
            .map(|param| row(model, param))
            .collect::<Vec<_>>(),
    );
    let ty = model.type_text(&method.result.ty);
    let ty = if method.list.is_some() {
        format!("pages of {ty}")
    } else {
        ty
    };
    let null = if method.result.nullable {
        " | null"
    } else {
        ""
    };
    text += &section("Result", &[vec![ty + null, method.result.doc.clone()]]);
    if let Some(list) = &method.list {
        let key = if list.key.is_empty() {
            String::new()
        } else {
            format!(", told apart by {}", list.key)
        };
        text += &format!("  paged by {}, rows in {}{key}\n", list.page, list.rows);
    }
    let errors = method.errors.iter().map(|error| {
        let code = if error.code.is_empty() {
            "\"\""
        } else {
            &error.code
        };
        vec![code.to_owned(), error.text.clone(), error.doc.clone()]
    });
    text += &section("Errors", &errors.collect::<Vec<_>>());
    let tail = format!("method.{}", wire_tail(model, method));
    text + &corrections(model, method.family, &tail) + &documentation(&method.page)
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

/// The method's own part of its name.
fn wire_tail<'a>(model: &Model, method: &'a Method) -> &'a str {
    let prefix = model.families()[method.family].wire_prefix();
    method
        .name
        .strip_prefix(prefix)
        .map_or(method.name.as_str(), |tail| tail.trim_start_matches('.'))
}

fn object(model: &Model, object: &Object) -> String {
    let mut text = format!("{}    {}\n\n{}\n", object.name, object.ts, object.doc);
    if !object.open.is_empty() {
        text += &format!(
            "Fields nobody declared pass as they are: {}\n",
            object.open.join(", ")
        );
    }
    text += &section(
        "Fields",
        &object
            .fields
            .iter()
            .map(|field| row(model, field))
            .collect::<Vec<_>>(),
    );
    text += &section("Used by", &users(model, object));
    text + &corrections(model, object.family, &format!("object.{}", object.name))
}

/// The methods and events that mention the object itself.
fn users(model: &Model, object: &Object) -> Vec<Vec<String>> {
    let mentions = |text: &str| {
        text.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == object.name)
    };
    let methods = model.methods().iter().filter(|method| {
        let mut types = method
            .params
            .iter()
            .map(|param| &param.ty)
            .chain([&method.result.ty]);
        types.any(|ty| mentions(&model.type_text(ty)))
    });
    let events = model
        .events()
        .iter()
        .filter(|event| model.objects()[event.data].name == object.name);
    methods
        .map(|method| vec![method.name.clone()])
        .chain(events.map(|event| vec![event.js.clone()]))
        .collect()
}

fn event(model: &Model, event: &Event) -> String {
    let data = &model.objects()[event.data];
    let mut text = format!("{}    {}\n\n{}\n", event.js, event.name, event.doc);
    text += &section(
        "Data",
        &data
            .fields
            .iter()
            .map(|field| row(model, field))
            .collect::<Vec<_>>(),
    );
    text + &corrections(model, event.family, &format!("event.{}", event.js))
        + &documentation(&event.page)
}

fn placement(model: &Model, placement: &Placement) -> String {
    let mut text = format!("{}\n\n{}\n", placement.code, placement.doc);
    for (title, id) in [
        ("Options of an opened app", placement.options),
        ("OPTIONS of placement.bind", placement.bind),
    ] {
        let fields = id.map_or(&[][..], |id| &model.objects()[id].fields);
        text += &section(
            title,
            &fields
                .iter()
                .map(|field| row(model, field))
                .collect::<Vec<_>>(),
        );
    }
    for (title, words) in [
        ("Commands", &placement.commands),
        ("Events", &placement.events),
    ] {
        text += &section(
            title,
            &words
                .iter()
                .map(|word| vec![word.clone()])
                .collect::<Vec<_>>(),
        );
    }
    text + &corrections(
        model,
        placement.family,
        &format!("placement.{}", placement.code),
    ) + &documentation(&placement.page)
}

/// A field's name, type, marks and sentence.
fn row(model: &Model, field: &Field) -> Vec<String> {
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
    let values: Vec<_> = field
        .values
        .iter()
        .map(|value| value.value.to_string())
        .collect();
    let more = if field.other_values { " …" } else { "" };
    let values = if values.is_empty() {
        String::new()
    } else {
        format!(" One of {}{more}.", values.join(" "))
    };
    vec![
        field.name.clone(),
        model.type_text(&field.ty),
        marks.join(", "),
        field.doc.clone() + &values,
    ]
}

/// A heading with rows in columns; nothing when there are none.
fn section(title: &str, rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    let widths: Vec<_> = (0..columns)
        .map(|column| width(column).unwrap_or_default())
        .collect();
    let mut text = format!("\n{title}\n");
    for row in rows {
        let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
        let cells: Vec<_> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        text += &format!("  {}\n", cells.join("  ").trim_end());
    }
    text
}

/// The corrections of an entry and of everything in it.
fn corrections(model: &Model, family: crate::arena::Id<Family>, at: &str) -> String {
    let about = |correction: &&Correction| {
        let path = correction.at.replace('"', "");
        correction.family == family
            && path
                .strip_prefix(at)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let found: Vec<_> = model.corrections().iter().filter(about).collect();
    if found.is_empty() {
        return String::new();
    }
    let mut text = "\nWhere the documentation is wrong\n".to_owned();
    for Correction {
        name,
        says,
        fact,
        source,
        ..
    } in found
    {
        text += &format!(
            "  {name}\n    It says:  {says}\n    It is so: {fact}\n    Source:   {source}\n"
        );
    }
    text
}

fn documentation(page: &str) -> String {
    format!("\nDocumentation: {}\n", link(page))
}
