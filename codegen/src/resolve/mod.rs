//! Resolve: names become ids, texts become types, and every item gets its names in JavaScript.

mod field;
mod method;
pub mod notation;
mod types;
mod uses;

use std::collections::{HashMap, HashSet};

use crate::{
    arena::{Arena, Id},
    model::{Correction, ErrorCode, Event, Family, Message, Model, Object, Placement, Uses},
    names,
    parse::ast,
    problem::{Kind, Problems},
    source::{SourceFile, Span, Spanned},
};

/// What can be seen from every item.
pub struct Scope<'a> {
    problems: &'a Problems,
    sources: &'a Arena<SourceFile>,
    names: HashMap<String, Id<Object>>,
    /// What each object is, by its position.
    docs: Vec<String>,
    errors: HashMap<String, String>,
    /// What `id<…>` can name.
    entities: Vec<String>,
    /// What `status<…>` can name.
    directories: Vec<String>,
}

/// A file and the family its items belong to.
type Owned<'a> = (Id<Family>, &'a ast::File);

/// Resolves all files into one model.
pub fn resolve(sources: &Arena<SourceFile>, files: &[ast::File], problems: &Problems) -> Model {
    let mut model = Model::default();
    let owned: Vec<Owned<'_>> = files
        .iter()
        .map(|file| (family(&mut model, file, problems), file))
        .collect();
    model.errors = error_codes(files, problems);
    model.messages = files
        .iter()
        .flat_map(|file| &file.messages)
        .map(message)
        .collect();
    let objects = objects(&owned, problems);
    let mut scope = scope(sources, &mut model, &objects, problems);
    scope.entities = listed(files, |names| &names.entities);
    scope.directories = listed(files, |names| &names.directories);
    fill_objects(&scope, &mut model, &objects);
    model.methods = scope.methods(&model, &owned);
    model.events = scope.events(&model, &owned);
    model.placements = scope.placements(&model, &owned);
    model.corrections = owned
        .iter()
        .flat_map(|(family, file)| corrections(sources, *family, file))
        .collect();
    uses::mark(&mut model);
    model
}

/// The family of a file; a file without one gets an empty one, which only files of error codes may have.
fn family(model: &mut Model, file: &ast::File, problems: &Problems) -> Id<Family> {
    let start = Span {
        file: file.id,
        range: 0..0,
    };
    let Some(family) = &file.family else {
        let declares =
            file.objects.len() + file.methods.len() + file.events.len() + file.placements.len();
        if declares > 0 {
            problems.at(
                &start,
                Kind::MissingKey {
                    key: "family",
                    of: "a spec file",
                },
            );
        }
        return model.families.push(Family::without_methods(start));
    };
    if let Some(prefix) = family
        .prefix
        .as_ref()
        .filter(|prefix| prefix.value == family.name.value)
    {
        problems.at(&prefix.span, Kind::PrefixRepeats);
    }
    model.families.push(Family {
        name: family.name.value.clone(),
        prefix: family.prefix.as_ref().map(|prefix| prefix.value.clone()),
        scope: family.scope.clone(),
        doc: family.doc.clone(),
        page: family.page.clone(),
        span: family.name.span.clone(),
    })
}

fn error_codes(files: &[ast::File], problems: &Problems) -> Vec<ErrorCode> {
    let declared: Vec<_> = files.iter().flat_map(|file| &file.errors).collect();
    duplicates(
        problems,
        "the error code",
        declared.iter().map(|error| upper(&error.code)),
    );
    let mut codes: Vec<_> = declared
        .into_iter()
        .map(|error| ErrorCode {
            code: error.code.to_uppercase(),
            kind: error.kind,
            status: error.status,
            retryable: error.retryable,
            doc: error.doc.clone(),
        })
        .collect();
    codes.sort_by(|a, b| a.code.cmp(&b.code));
    codes
}

fn upper(name: &Spanned<String>) -> Spanned<String> {
    Spanned {
        value: name.to_uppercase(),
        span: name.span.clone(),
    }
}

fn message(message: &ast::Message) -> Message {
    Message {
        contains: message.contains.to_lowercase(),
        kind: message.kind,
    }
}

/// Names every object, so that fields can refer to objects of later files.
fn scope<'a>(
    sources: &'a Arena<SourceFile>,
    model: &mut Model,
    objects: &[(Id<Family>, &ast::Object)],
    problems: &'a Problems,
) -> Scope<'a> {
    for (family, object) in objects {
        model.objects.push(skeleton(model, *family, object));
    }
    let names = model
        .objects
        .entries()
        .map(|(id, object)| (object.name.clone(), id))
        .collect();
    let docs = model
        .objects
        .iter()
        .map(|object| object.doc.clone())
        .collect();
    let errors = model
        .errors
        .iter()
        .map(|error| (error.code.clone(), error.doc.clone()))
        .collect();
    Scope {
        problems,
        sources,
        names,
        docs,
        errors,
        entities: Vec::new(),
        directories: Vec::new(),
    }
}

/// The names that files list.
fn listed(files: &[ast::File], list: fn(&ast::Names) -> &[Spanned<String>]) -> Vec<String> {
    let names = files.iter().flat_map(|file| list(&file.names));
    names.map(|name| name.value.clone()).collect()
}

/// The declared objects; of those that are declared twice the first.
fn objects<'a>(owned: &[Owned<'a>], problems: &Problems) -> Vec<(Id<Family>, &'a ast::Object)> {
    let declared = || {
        owned
            .iter()
            .flat_map(|(family, file)| file.objects.iter().map(|object| (*family, object)))
    };
    duplicates(
        problems,
        "the object",
        declared().map(|(_, object)| object.name.clone()),
    );
    let mut seen = HashSet::new();
    declared()
        .filter(|(_, object)| seen.insert(object.name.value.as_str()))
        .collect()
}

/// The object without its fields.
fn skeleton(model: &Model, family: Id<Family>, object: &ast::Object) -> Object {
    Object {
        name: object.name.value.clone(),
        ts: names::type_name(model.families[family].wire_prefix(), &object.name),
        doc: object.doc.clone(),
        family,
        open: object
            .open
            .iter()
            .map(|pattern| pattern.value.clone())
            .collect(),
        multifield: object.multifield,
        groups: object.groups,
        fields: Vec::new(),
        uses: Uses::default(),
        span: object.name.span.clone(),
    }
}

fn fill_objects(scope: &Scope<'_>, model: &mut Model, objects: &[(Id<Family>, &ast::Object)]) {
    for (object, (_, ast)) in model.objects.iter_mut().zip(objects) {
        object.fields = ast
            .fields
            .iter()
            .map(|field| scope.field(field, ast.nullable))
            .collect();
        for pattern in ast.open.iter().filter(|pattern| !is_pattern(pattern)) {
            let rule = "write the fixed beginning of the names and `*`: `UF_CRM_*`";
            let kind = Kind::MalformedName {
                name: pattern.value.clone(),
                what: "a pattern of field names",
                rule,
            };
            scope.problems.at(&pattern.span, kind);
        }
    }
}

fn is_pattern(pattern: &str) -> bool {
    pattern
        .strip_suffix('*')
        .is_some_and(|start| !start.is_empty() && names::is_identifier(start))
}

impl Scope<'_> {
    fn events(&self, model: &Model, owned: &[Owned<'_>]) -> Arena<Event> {
        let mut events = Vec::new();
        for (family, file) in owned {
            for event in &file.events {
                // An event without data has been noted; any object stands in for it.
                let Some(data) = self.object(&event.data) else {
                    continue;
                };
                events.push(Event {
                    name: event.name.to_uppercase(),
                    js: event.name.value.clone(),
                    family: *family,
                    doc: event.doc.clone(),
                    page: page(&model.families[*family], &event.page),
                    data,
                    span: event.name.span.clone(),
                });
            }
        }
        events.sort_by(|a, b| a.name.cmp(&b.name));
        let declared = owned.iter().flat_map(|(_, file)| &file.events);
        duplicates(
            self.problems,
            "the event",
            declared.map(|event| upper(&event.name)),
        );
        events.into_iter().collect()
    }

    fn placements(&self, model: &Model, owned: &[Owned<'_>]) -> Arena<Placement> {
        let mut placements = Vec::new();
        for (family, file) in owned {
            for placement in &file.placements {
                let object = |name: &Option<Spanned<String>>| {
                    name.as_ref().and_then(|name| self.object(name))
                };
                placements.push(Placement {
                    code: placement.code.value.clone(),
                    family: *family,
                    doc: placement.doc.clone(),
                    page: page(&model.families[*family], &placement.page),
                    options: object(&placement.options),
                    bind: object(&placement.bind),
                    commands: placement.commands.clone(),
                    events: placement.events.clone(),
                });
            }
        }
        placements.sort_by(|a, b| a.code.cmp(&b.code));
        let declared = owned.iter().flat_map(|(_, file)| &file.placements);
        duplicates(
            self.problems,
            "the placement",
            declared.map(|placement| placement.code.clone()),
        );
        placements.into_iter().collect()
    }
}

fn corrections(
    sources: &Arena<SourceFile>,
    family: Id<Family>,
    file: &ast::File,
) -> Vec<Correction> {
    let dotted = sources[file.id].dotted.clone();
    let corrections = file.corrections.iter().map(|correction| Correction {
        name: correction.name.value.clone(),
        at: correction.at.clone(),
        says: correction.says.clone(),
        fact: correction.fact.clone(),
        source: correction.source.clone(),
        file: dotted.clone(),
        family,
    });
    corrections.collect()
}

/// A page's whole path: below the family's folder, unless it starts like one itself.
fn page(family: &Family, page: &str) -> String {
    let root = family.page.split('/').next().unwrap_or_default();
    if page.split('/').next() == Some(root) {
        return page.to_owned();
    }
    format!("{}/{page}", family.page.trim_end_matches('/'))
}

/// Notes every name that was given before.
fn duplicates(
    problems: &Problems,
    what: &'static str,
    names: impl Iterator<Item = Spanned<String>>,
) {
    let mut first = HashMap::new();
    for Spanned { value: name, span } in names {
        if let Some(other) = first.get(&name) {
            problems.between(&span, other, Kind::Duplicate { what, name });
        } else {
            first.insert(name, span);
        }
    }
}
