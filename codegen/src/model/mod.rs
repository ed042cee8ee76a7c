//! The resolved spec: what every emitter reads and nobody changes.
//!
//! Items refer to one another by [`Id`]; names have been looked up, types have been read, and every check has passed.

mod field;
mod types;
mod words;

use serde::Serialize;

use crate::{
    arena::{Arena, Id},
    source::Span,
};
pub use field::{Field, Value};
pub use types::{Plain, Type};
pub use words::{Context, Effect, ErrorKind, Word, word};

/// The whole spec.
#[derive(Debug, Default)]
pub struct Model {
    pub(crate) families: Arena<Family>,
    pub(crate) objects: Arena<Object>,
    pub(crate) methods: Arena<Method>,
    pub(crate) events: Arena<Event>,
    pub(crate) placements: Arena<Placement>,
    pub(crate) errors: Vec<ErrorCode>,
    pub(crate) messages: Vec<Message>,
    pub(crate) corrections: Vec<Correction>,
}

impl Model {
    /// The families, in the order of their files.
    pub fn families(&self) -> &Arena<Family> {
        &self.families
    }

    /// The objects, in the order of files and lines.
    pub fn objects(&self) -> &Arena<Object> {
        &self.objects
    }

    /// The methods, sorted by wire name.
    pub fn methods(&self) -> &Arena<Method> {
        &self.methods
    }

    /// The events, sorted by wire name.
    pub fn events(&self) -> &Arena<Event> {
        &self.events
    }

    /// The placements, sorted by code.
    pub fn placements(&self) -> &Arena<Placement> {
        &self.placements
    }

    /// The error codes of the whole portal, sorted.
    pub fn errors(&self) -> &[ErrorCode] {
        &self.errors
    }

    /// The texts that tell errors apart, in the order in which they are tried.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// What the documentation gets wrong, in the order of files and lines.
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// The type as the spec would write it.
    pub fn type_text(&self, ty: &Type) -> String {
        match ty {
            Type::Plain(plain) => plain.word().to_owned(),
            Type::Id(entity) => format!("id<{entity}>"),
            Type::Status(directory) => format!("status<{directory}>"),
            Type::Enum => "enum".into(),
            Type::Object(id) => self.objects[*id].name.clone(),
            Type::List(item) if matches!(**item, Type::OneOf(_)) => {
                format!("({})[]", self.type_text(item))
            }
            Type::List(item) => format!("{}[]", self.type_text(item)),
            Type::Map(item) => format!("map<{}>", self.type_text(item)),
            Type::OneOf(types) => {
                let texts: Vec<_> = types.iter().map(|ty| self.type_text(ty)).collect();
                texts.join(" | ")
            }
            Type::Select(id) => format!("select<{}>", self.objects[*id].name),
            Type::Filter(id) => format!("filter<{}>", self.objects[*id].name),
            Type::Order(id) => format!("order<{}>", self.objects[*id].name),
            Type::Event => "event".into(),
            Type::Placement => "placement".into(),
        }
    }

    /// Whether an app that is opened in a placement receives the object, as the portal wrote it.
    pub fn is_placement_options(&self, id: Id<Object>) -> bool {
        self.placements
            .iter()
            .any(|placement| placement.options == Some(id))
    }

    /// Whether a list can be read by its rows' key, page after page: it filters by the key and sorts by it.
    pub fn is_keyed(&self, method: &Method) -> bool {
        let Some(list) = &method.list else {
            return false;
        };
        let usable = |name: &str, usable: fn(&Field) -> bool| {
            let mut params = method.params.iter();
            let param = params.find(|param| param.name == name);
            let id = param.and_then(|param| match param.ty {
                Type::Filter(id) | Type::Order(id) => Some(id),
                _ => None,
            });
            id.is_some_and(|id| {
                let mut fields = self.objects[id].fields.iter();
                fields.any(|field| field.name == list.key && usable(field))
            })
        };
        usable("filter", |field| field.filter) && usable("order", |field| field.order)
    }

    /// Whether conditions on the rows of a list can stand in groups.
    pub fn has_groups(&self, method: &Method) -> bool {
        let mut params = method.params.iter();
        params.any(|param| matches!(param.ty, Type::Filter(id) if self.objects[id].groups))
    }

    /// Whether the field is a multi-field: a list of entries of a multi-field object.
    pub fn is_multifield(&self, field: &Field) -> bool {
        let Type::List(item) = &field.ty else {
            return false;
        };
        matches!(**item, Type::Object(id) if self.objects[id].multifield)
    }
}

/// A family of methods: one file.
#[derive(Debug)]
pub struct Family {
    /// The methods' common prefix, `crm.lead.contact`.
    pub name: String,
    /// The prefix on the wire, where it is not the name.
    pub prefix: Option<String>,
    /// The permission a caller needs; empty for none.
    pub scope: String,
    /// What it is about.
    pub doc: String,
    /// Its folder in the official documentation.
    pub page: String,
    pub(crate) span: Span,
}

impl Family {
    /// What stands in for the family of a file that declares no methods, such as one of error codes.
    pub(crate) fn without_methods(span: Span) -> Self {
        let empty = String::new;
        Self {
            name: empty(),
            prefix: None,
            scope: empty(),
            doc: empty(),
            page: empty(),
            span,
        }
    }

    /// What stands before a method's own name on the wire, without the dot.
    pub fn wire_prefix(&self) -> &str {
        self.prefix.as_deref().unwrap_or(&self.name)
    }
}

/// A method of the portal.
#[derive(Debug)]
pub struct Method {
    /// The wire's name, `crm.lead.contact.add`.
    pub name: String,
    /// The exported function, `crmLeadContactAdd`.
    pub js: String,
    /// The family it belongs to.
    pub family: Id<Family>,
    /// What sending it twice would do.
    pub effect: Effect,
    /// Who may call it, where not everybody may.
    pub context: Option<Context>,
    /// Whether only administrators may call it.
    pub admin: bool,
    /// What it does.
    pub doc: String,
    /// Its page in the official documentation, without an ending.
    pub page: String,
    /// What to use instead, where it is on its way out.
    pub deprecated: Option<Deprecated>,
    /// Its parameters.
    pub params: Vec<Field>,
    /// What it answers; of one row when `list` is set.
    pub result: Answer,
    /// How it pages, where it does.
    pub list: Option<List>,
    /// The errors it documents.
    pub errors: Vec<MethodError>,
    pub(crate) span: Span,
}

/// What a method answers.
#[derive(Debug)]
pub struct Answer {
    /// Its type.
    pub ty: Type,
    /// Whether it may be null.
    pub nullable: bool,
    /// What it is; may be empty.
    pub doc: String,
}

/// How a method pages.
#[derive(Clone, Debug, Serialize)]
pub struct List {
    /// The parameter that asks for a page.
    pub page: String,
    /// The path to the rows in the answer, `result` or `result.items`.
    pub rows: String,
    /// The rows' key field; empty where they have none.
    pub key: String,
    /// Whether rows have their key only when it is selected.
    pub select_key: bool,
    #[serde(skip)]
    pub(crate) page_span: Span,
    #[serde(skip)]
    pub(crate) key_span: Span,
}

/// An error a method documents.
#[derive(Clone, Debug, Serialize)]
pub struct MethodError {
    /// The code, which may be empty.
    pub code: String,
    /// The text the portal sends, where it tells errors apart.
    pub text: String,
    /// What it means.
    pub doc: String,
}

/// A deprecated method's replacement.
#[derive(Clone, Debug, Serialize)]
pub struct Deprecated {
    /// The wire's name of the method to use.
    #[serde(rename = "use")]
    pub instead: String,
    /// Why, or how it differs; may be empty.
    pub doc: String,
}

/// A named object.
#[derive(Debug)]
pub struct Object {
    /// The spec's name, `LeadContactLink`.
    pub name: String,
    /// The TypeScript name, `CrmLeadContactLink`.
    pub ts: String,
    /// What it is.
    pub doc: String,
    /// The family whose file declares it.
    pub family: Id<Family>,
    /// Patterns of field names nobody declared, `UF_CRM_*`.
    pub open: Vec<String>,
    /// Whether it is an entry of a multi-field.
    pub multifield: bool,
    /// Whether conditions on its fields can stand in groups.
    pub groups: bool,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Where it is used.
    pub uses: Uses,
    pub(crate) span: Span,
}

/// Where an object turns up, directly or inside others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "any combination of them occurs"
)]
pub struct Uses {
    /// In something the portal sends.
    pub read: bool,
    /// In what a method that creates is given.
    pub create: bool,
    /// In what any other method is given.
    pub change: bool,
    /// As the subject of `filter<…>`.
    pub filter: bool,
    /// As the subject of `order<…>`.
    pub order: bool,
    /// As the subject of `select<…>`.
    pub select: bool,
    /// Whether it, or an object inside it, has fields that are fixed once it exists.
    pub fixed: bool,
}

impl Uses {
    /// Whether anything uses the object.
    pub fn any(self) -> bool {
        self.read || self.create || self.change || self.filter || self.order || self.select
    }
}

/// An event of the portal.
#[derive(Debug)]
pub struct Event {
    /// The wire's name, `ONCRMLEADADD`.
    pub name: String,
    /// The JavaScript name, `onCrmLeadAdd`.
    pub js: String,
    /// The family whose file declares it.
    pub family: Id<Family>,
    /// When it fires.
    pub doc: String,
    /// Its page in the official documentation, without an ending.
    pub page: String,
    /// The object delivered as `data`.
    pub data: Id<Object>,
    pub(crate) span: Span,
}

/// A place in the portal where an app can appear.
#[derive(Debug)]
pub struct Placement {
    /// The wire's code, `CRM_LEAD_DETAIL_TAB`.
    pub code: String,
    /// The family whose file declares it.
    pub family: Id<Family>,
    /// What it is.
    pub doc: String,
    /// Its page in the official documentation, without an ending.
    pub page: String,
    /// The object an opened app receives.
    pub options: Option<Id<Object>>,
    /// The object `placement.bind` takes as its options.
    pub bind: Option<Id<Object>>,
    /// What the app may send.
    pub commands: Vec<String>,
    /// What the app may listen to.
    pub events: Vec<String>,
}

/// An error code of the whole portal.
#[derive(Debug, Serialize)]
pub struct ErrorCode {
    /// The wire's code, upper case.
    pub code: String,
    /// What a caller sees.
    pub kind: ErrorKind,
    /// The HTTP status it comes with.
    pub status: Option<u16>,
    /// Whether the same call may succeed later, unchanged.
    pub retryable: bool,
    /// What it means.
    pub doc: String,
}

/// A text that tells errors apart where the code does not.
#[derive(Debug, Serialize)]
pub struct Message {
    /// Part of the description, lower case.
    pub contains: String,
    /// What a caller sees.
    pub kind: ErrorKind,
}

/// Something the documentation gets wrong and the spec states right.
#[derive(Debug)]
pub struct Correction {
    /// Its name.
    pub name: String,
    /// The entry that is right, within the file: `object.Lead.fields.CONTACT_IDS`.
    pub at: String,
    /// What the documentation says.
    pub says: String,
    /// What is so.
    pub fact: String,
    /// Where the fact is from.
    pub source: String,
    /// The file, dotted: `crm.lead`.
    pub file: String,
    /// The family of that file.
    pub family: Id<Family>,
}
