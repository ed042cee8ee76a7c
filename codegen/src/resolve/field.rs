//! Parameters and fields: their types, and what only concerns one field.

use serde_json::Value as Json;

use super::Scope;
use crate::{
    model::{Field, Plain, Type, Value},
    names,
    parse::ast,
    problem::Kind,
    source::{Span, Spanned},
};

impl Scope<'_> {
    /// A field of an object whose fields are `nullable` unless they say otherwise, or a parameter.
    pub fn field(&self, field: &ast::Field, nullable: bool) -> Field {
        let ty = self.ty(&field.ty);
        let input = field.input.as_ref().map(|input| self.ty(input));
        self.contradictions(field);
        let values = self.values(field, &ty);
        if let Some(default) = &field.default {
            self.default(field, input.as_ref().unwrap_or(&ty), default, &values);
        }
        Field {
            name: field.name.value.clone(),
            doc: self.doc(field, &ty),
            title: field.title.clone(),
            required: field.required,
            default: field.default.as_ref().map(|default| default.value.clone()),
            other_values: field.other_values,
            readonly: field.readonly,
            immutable: field.immutable,
            import: field.import,
            writeonly: field.writeonly,
            nullable: field.nullable.unwrap_or(nullable),
            optional: field.optional,
            deprecated: field.deprecated.clone(),
            filter: field.filter,
            order: field.order,
            select: field.select,
            values,
            input,
            ty,
        }
    }

    /// The field's sentence, else its title, else what its object is.
    fn doc(&self, field: &ast::Field, ty: &Type) -> String {
        let object = match ty {
            Type::Object(id) => Some(&self.docs[id.index()]),
            Type::List(item) => match **item {
                Type::Object(id) => Some(&self.docs[id.index()]),
                _ => None,
            },
            _ => None,
        };
        let title = Some(&field.title).filter(|title| !title.is_empty());
        let doc = field.doc.as_ref().or(title).or(object);
        if doc.is_none() {
            self.problems.at(
                &field.name.span,
                Kind::MissingKey {
                    key: "doc",
                    of: "a field",
                },
            );
        }
        doc.cloned().unwrap_or_default()
    }

    fn contradictions(&self, field: &ast::Field) {
        let pairs = [
            (field.readonly && field.required, "readonly", "required"),
            (field.readonly && field.writeonly, "readonly", "writeonly"),
            (field.readonly && field.immutable, "readonly", "immutable"),
            (field.readonly && field.input.is_some(), "readonly", "input"),
            (
                field.import && !field.readonly,
                "import",
                "readonly = false",
            ),
            (
                field.required && field.default.is_some(),
                "required",
                "default",
            ),
        ];
        for (_, one, other) in pairs.into_iter().filter(|(both, ..)| *both) {
            self.problems
                .at(&field.name.span, Kind::Contradiction(one, other));
        }
    }

    fn values(&self, field: &ast::Field, ty: &Type) -> Vec<Value> {
        let Some(values) = &field.values else {
            if has_enum(ty) {
                self.problems.at(&field.ty.span, Kind::NoValues);
            }
            return Vec::new();
        };
        if values.items.is_empty() {
            self.problems.at(&values.span, Kind::NoValues);
        }
        let Some(holder) = holder(ty) else {
            self.problems
                .at(&values.span, Kind::ValuesUnusable(field.ty.value.clone()));
            return Vec::new();
        };
        values
            .items
            .iter()
            .filter_map(|value| self.value(value, holder, &field.ty))
            .collect()
    }

    fn value(&self, value: &ast::Value, holder: Holder, ty: &Spanned<String>) -> Option<Value> {
        let json = match (holder, &value.json.value) {
            // Keys are texts; a number's digits stand for the number there.
            (Holder::Number, Json::String(digits)) if value.is_key => {
                digits.parse::<i64>().ok().map(Json::from)
            }
            (Holder::Number, number @ Json::Number(_)) if number.is_i64() => Some(number.clone()),
            (Holder::Text, text @ Json::String(_)) => Some(text.clone()),
            _ => None,
        };
        if json.is_none() {
            let kind = Kind::ValueType {
                found: value.json.value.to_string(),
                ty: ty.value.clone(),
            };
            self.problems.at(&value.json.span, kind);
        }
        Some(Value {
            value: json?,
            doc: value.doc.clone(),
        })
    }

    fn default(&self, field: &ast::Field, ty: &Type, default: &Spanned<Json>, values: &[Value]) {
        if !fits(ty, default) {
            let kind = Kind::DefaultType {
                found: default.value.to_string(),
                ty: field.ty.value.clone(),
            };
            return self.problems.at(&default.span, kind);
        }
        let closed = !values.is_empty() && !field.other_values && !matches!(ty, Type::Status(_));
        let given = default
            .as_array()
            .map_or(std::slice::from_ref(&default.value), Vec::as_slice);
        for one in given.iter().filter(|_| closed) {
            if !values.iter().any(|value| value.value == *one) {
                self.not_listed(&default.span, one, values);
            }
        }
    }

    fn not_listed(&self, span: &Span, found: &Json, values: &[Value]) {
        let known: Vec<_> = values
            .iter()
            .map(|value| plain_text(&value.value))
            .collect();
        let suggestion = names::closest(&plain_text(found), known.iter().map(String::as_str));
        self.problems.at(
            span,
            Kind::DefaultNotListed {
                found: found.to_string(),
                known,
                suggestion,
            },
        );
    }
}

/// Whether values have to be listed for the type.
pub fn has_enum(ty: &Type) -> bool {
    match ty {
        Type::Enum => true,
        Type::List(item) | Type::Map(item) => has_enum(item),
        Type::OneOf(types) => types.iter().any(has_enum),
        _ => false,
    }
}

/// What kind of values can be listed for a type.
#[derive(Clone, Copy)]
enum Holder {
    Text,
    Number,
}

fn holder(ty: &Type) -> Option<Holder> {
    match ty {
        Type::Plain(Plain::String | Plain::Text | Plain::Url) | Type::Enum | Type::Status(_) => {
            Some(Holder::Text)
        }
        Type::Plain(Plain::Integer | Plain::Double) => Some(Holder::Number),
        Type::List(item) | Type::Map(item) => holder(item),
        Type::OneOf(types) => types.iter().find_map(holder),
        _ => None,
    }
}

/// Whether a default can be a value of the type.
fn fits(ty: &Type, json: &Json) -> bool {
    match ty {
        Type::Plain(plain) => fits_plain(*plain, json),
        Type::Id(_) => json.is_i64(),
        Type::Status(_) | Type::Enum | Type::Event | Type::Placement => json.is_string(),
        Type::Select(_) => json
            .as_array()
            .is_some_and(|items| items.iter().all(Json::is_string)),
        Type::List(item) => json
            .as_array()
            .is_some_and(|items| items.iter().all(|json| fits(item, json))),
        Type::Object(_) | Type::Map(_) | Type::Filter(_) | Type::Order(_) => json.is_object(),
        Type::OneOf(types) => types.iter().any(|ty| fits(ty, json)),
    }
}

fn fits_plain(plain: Plain, json: &Json) -> bool {
    match plain {
        Plain::Any => true,
        Plain::String | Plain::Text | Plain::Url | Plain::Date | Plain::Datetime => {
            json.is_string()
        }
        Plain::Integer => json.is_i64(),
        Plain::Double => json.is_number(),
        Plain::Boolean | Plain::Flag | Plain::Bit => json.is_boolean(),
        Plain::File => false,
    }
}

fn plain_text(json: &Json) -> String {
    json.as_str()
        .map_or_else(|| json.to_string(), str::to_owned)
}
