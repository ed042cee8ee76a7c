//! The TypeScript type of every value, as it comes back and as it is sent.

use crate::{
    arena::Id,
    model::{Effect, Field, Method, Model, Object, Plain, Type, Value},
    names,
};

/// Which way a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the portal.
    Read,
    /// From the portal's page, past the client: as it was written.
    Page,
    /// To the portal, to create something.
    Create,
    /// To the portal, for what exists already.
    Change,
}

impl Way {
    /// Whether it leads from the portal.
    pub fn comes_back(self) -> bool {
        matches!(self, Self::Read | Self::Page)
    }

    /// The way of a method's parameters.
    pub fn into(method: &Method) -> Self {
        if method.effect == Effect::Create {
            Self::Create
        } else {
            Self::Change
        }
    }
}

/// What a type depends on beside itself.
pub struct Types<'a> {
    /// The spec.
    pub model: &'a Model,
    /// Which way values go.
    pub way: Way,
    /// The object whose rows a parameter selects the fields of.
    pub selected: Option<Id<Object>>,
}

impl<'a> Types<'a> {
    /// Types of values that go one way.
    pub fn new(model: &'a Model, way: Way) -> Self {
        Self {
            model,
            way,
            selected: None,
        }
    }

    /// The members of a field's type.
    pub fn field(&self, field: &Field) -> Vec<String> {
        let ty = match self.way {
            Way::Read | Way::Page => &field.ty,
            Way::Create | Way::Change => field.sent(),
        };
        let mut members = self.members(ty, &field.values, field.other_values);
        // What may be null when it comes back can be emptied with null.
        let clears = !field.required && is_scalar(ty);
        if field.nullable && (self.way.comes_back() || clears) && members != ["unknown"] {
            members.push("null".into());
        }
        members
    }

    /// The type as one text.
    pub fn text(&self, ty: &Type) -> String {
        self.members(ty, &[], false).join(" | ")
    }

    fn members(&self, ty: &Type, values: &[Value], other_values: bool) -> Vec<String> {
        match ty {
            Type::Plain(plain) => self.plain(*plain, values, other_values),
            Type::Id(_) => one(if self.way == Way::Read {
                "number"
            } else {
                "Id"
            }),
            Type::Status(_) if values.is_empty() => one("string"),
            Type::Status(_) => literals(values, true),
            Type::Enum => literals(values, other_values),
            Type::Object(id) => vec![self.object(*id)],
            Type::List(item) => vec![self.list(&self.members(item, values, other_values))],
            Type::Map(item) => {
                vec![format!(
                    "Record<string, {}>",
                    self.members(item, values, other_values).join(" | ")
                )]
            }
            Type::OneOf(types) => {
                let mut members: Vec<String> = Vec::new();
                for member in types
                    .iter()
                    .flat_map(|ty| self.members(ty, values, other_values))
                {
                    if !members.contains(&member) {
                        members.push(member);
                    }
                }
                members
            }
            Type::Select(_) => one("Select"),
            Type::Filter(id) => vec![self.named(*id, "Filter")],
            Type::Order(id) => vec![self.named(*id, "Order")],
            Type::Event => declared("Events", other_values),
            Type::Placement => declared("Placements", other_values),
        }
    }

    fn plain(&self, plain: Plain, values: &[Value], other_values: bool) -> Vec<String> {
        let read = self.way.comes_back();
        match plain {
            Plain::Integer | Plain::Double if self.way == Way::Page => one("number | string"),
            Plain::Boolean | Plain::Flag | Plain::Bit if self.way == Way::Page => one("unknown"),
            Plain::String | Plain::Text | Plain::Url | Plain::Integer | Plain::Double
                if !values.is_empty() =>
            {
                literals(values, other_values)
            }
            Plain::Any => one("unknown"),
            Plain::String | Plain::Text | Plain::Url => one("string"),
            Plain::Integer | Plain::Double => one("number"),
            Plain::Boolean | Plain::Flag | Plain::Bit => one("boolean"),
            Plain::Date | Plain::Datetime => one(if read { "string" } else { "DateInput" }),
            Plain::File => one(if read { "FileInfo" } else { "FileInput" }),
        }
    }

    /// An object's type in this direction.
    fn object(&self, id: Id<Object>) -> String {
        let object = &self.model.objects()[id];
        match self.way {
            Way::Read if self.selected == Some(id) => {
                format!("{}<Select>", self.named(id, "Selected"))
            }
            Way::Read | Way::Page => object.ts.clone(),
            Way::Change if object.uses.fixed => self.named(id, "Update"),
            Way::Create | Way::Change => self.named(id, "Input"),
        }
    }

    fn list(&self, members: &[String]) -> String {
        let item = members.join(" | ");
        // `[]` binds tighter than what stands in front of these.
        let loose =
            members.len() > 1 || item.starts_with("keyof ") || item.starts_with("readonly ");
        let item = if loose { format!("({item})") } else { item };
        let readonly = if self.way.comes_back() {
            ""
        } else {
            "readonly "
        };
        format!("{readonly}{item}[]")
    }

    fn named(&self, id: Id<Object>, suffix: &str) -> String {
        names::with_suffix(&self.model.objects()[id].ts, suffix)
    }
}

/// What a filter compares a field with: the members of one value's type, as it is sent.
pub fn filter_value(model: &Model, field: &Field) -> Vec<String> {
    let ty = match &field.ty {
        Type::List(_) if model.is_multifield(field) => return one("string"),
        Type::List(item) => item,
        ty => ty,
    };
    Types::new(model, Way::Change).members(ty, &field.values, field.other_values)
}

/// Whether null empties a field of the type.
fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::Plain(plain) => !matches!(plain, Plain::Any | Plain::File),
        Type::Id(_) | Type::Status(_) | Type::Enum => true,
        Type::OneOf(types) => types.iter().all(is_scalar),
        _ => false,
    }
}

/// The listed values; where there may be others, in a form that keeps the listed ones in sight of editors.
fn literals(values: &[Value], open: bool) -> Vec<String> {
    let mut members: Vec<_> = values.iter().map(|value| value.value.to_string()).collect();
    if open {
        let any = if values.iter().all(|value| value.value.is_number()) {
            "(number & {})"
        } else {
            "(string & {})"
        };
        members.push(any.into());
    }
    members
}

fn declared(map: &str, open: bool) -> Vec<String> {
    let mut members = vec![format!("keyof {map}")];
    if open {
        members.push("(string & {})".into());
    }
    members
}

fn one(member: &str) -> Vec<String> {
    vec![member.to_owned()]
}
