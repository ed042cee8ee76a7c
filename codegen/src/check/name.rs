//! Names: what is exported from one module needs a name of its own that JavaScript allows.

use std::collections::HashMap;

use crate::{
    model::{Method, Model, Object},
    names,
    problem::{Kind, Problems},
    source::Span,
};

/// A name in use: what bears it, and where that was declared.
type Bearers = HashMap<String, (String, Span)>;

pub fn check(model: &Model, problems: &Problems) {
    let (mut functions, mut types) = (Bearers::new(), Bearers::new());
    for object in model.objects() {
        object_names(object, &mut types, problems);
    }
    for method in model.methods() {
        let what = format!("`{}`", method.name);
        method_names(
            method,
            &method.js,
            &what,
            (&mut functions, &mut types),
            problems,
        );
        if method.list.is_some() {
            let (js, what) = (names::all_rows(&method.js), format!("all rows of {what}"));
            method_names(method, &js, &what, (&mut functions, &mut types), problems);
        }
    }
    for event in model.events() {
        let what = format!("the event `{}`", event.js);
        function(&mut functions, &event.js, what, &event.span, problems);
    }
}

/// Checks the names of a function and of its parameters.
fn method_names(
    method: &Method,
    js: &str,
    what: &str,
    (functions, types): (&mut Bearers, &mut Bearers),
    problems: &Problems,
) {
    // Whose functions share a name also share that of their parameters: once is enough.
    if function(functions, js, what.to_owned(), &method.span, problems) {
        let (name, what) = (names::params_type(js), format!("the parameters of {what}"));
        bear(types, "TypeScript", name, what, &method.span, problems);
    }
}

/// Checks a function's name. Whether nothing else has it.
fn function(
    bearers: &mut Bearers,
    js: &str,
    what: String,
    span: &Span,
    problems: &Problems,
) -> bool {
    if names::is_reserved(js) {
        problems.at(span, Kind::ReservedName(js.to_owned()));
    } else if names::is_taken(js) {
        problems.at(span, Kind::TakenName(js.to_owned()));
    } else if !names::is_identifier(js) {
        let rule = "letters, digits, dots and underscores, with a letter at the front";
        problems.at(
            span,
            Kind::MalformedName {
                name: js.to_owned(),
                what: "a function's name",
                rule,
            },
        );
    }
    bear(bearers, "JavaScript", js.to_owned(), what, span, problems)
}

fn object_names(object: &Object, bearers: &mut Bearers, problems: &Problems) {
    let is_name = names::is_identifier(&object.name)
        && object.name.starts_with(|first: char| first.is_uppercase());
    if !is_name {
        let rule = "letters and digits, with a capital at the front";
        let kind = Kind::MalformedName {
            name: object.name.clone(),
            what: "an object's name",
            rule,
        };
        problems.at(&object.span, kind);
    }
    if names::is_package_type(&object.ts) {
        problems.at(&object.span, Kind::TakenName(object.ts.clone()));
    }
    for (suffix, used) in names::object_types(object.uses, !object.open.is_empty()) {
        let what = match suffix {
            "" => format!("`{}`", object.name),
            suffix => format!("the {suffix} type of `{}`", object.name),
        };
        if used {
            bear(
                bearers,
                "TypeScript",
                names::with_suffix(&object.ts, suffix),
                what,
                &object.span,
                problems,
            );
        }
    }
}

/// Gives a name to something. Whether nothing else has it.
fn bear(
    bearers: &mut Bearers,
    language: &'static str,
    name: String,
    what: String,
    span: &Span,
    problems: &Problems,
) -> bool {
    let Some((other, place)) = bearers.get(&name) else {
        bearers.insert(name, (what, span.clone()));
        return true;
    };
    // The same declared twice has been noted already.
    if *other != what {
        let (first, second) = if place.is_before(span) {
            (place, span)
        } else {
            (span, place)
        };
        problems.between(
            second,
            first,
            Kind::Collision {
                what: format!("{other} and {what}"),
                language,
                name,
            },
        );
    }
    false
}
