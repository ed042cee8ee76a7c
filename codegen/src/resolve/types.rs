//! Types: names looked up, parts checked.

use super::{
    Scope,
    notation::{self, Expr, ExprKind},
};
use crate::{
    arena::Id,
    model::{Object, Plain, Type},
    names,
    names::MULTIFIELD,
    problem::Kind,
    source::{Span, Spanned},
};

/// The words for types that have parts or a meaning of their own.
const WORDS: &[&str] = &[
    "id",
    "status",
    "enum",
    "multifield",
    "map",
    "select",
    "filter",
    "order",
    "event",
    "placement",
];

impl Scope<'_> {
    /// The type a text stands for. What cannot be resolved is noted and counts as `any`.
    pub fn ty(&self, text: &Spanned<String>) -> Type {
        // A missing type has been noted already.
        if text.value.is_empty() {
            return Type::Plain(Plain::Any);
        }
        match notation::parse(text) {
            Ok(expr) => self.lower(text, &expr),
            Err(malformed) => self.any(
                &self.inside(text, &malformed.range),
                Kind::MalformedType(malformed.reason),
            ),
        }
    }

    /// The object a text names.
    pub fn object(&self, text: &Spanned<String>) -> Option<Id<Object>> {
        let id = self.names.get(&text.value).copied();
        if id.is_none() && !text.value.is_empty() {
            self.problems.at(&text.span, self.unknown(text, false));
        }
        id
    }

    fn lower(&self, text: &Spanned<String>, expr: &Expr) -> Type {
        match &expr.kind {
            ExprKind::List(item) => Type::List(Box::new(self.lower(text, item))),
            ExprKind::Union(members) => Type::OneOf(
                members
                    .iter()
                    .map(|member| self.lower(text, member))
                    .collect(),
            ),
            ExprKind::Name(name, None) => self.single(text, expr, name),
            ExprKind::Name(name, Some(inner)) => self.with_part(text, expr, name, inner),
        }
    }

    fn single(&self, text: &Spanned<String>, expr: &Expr, name: &str) -> Type {
        if let Some(plain) = Plain::ALL.into_iter().find(|plain| plain.word() == name) {
            return Type::Plain(plain);
        }
        let object = if name == "multifield" {
            MULTIFIELD
        } else {
            name
        };
        match name {
            "enum" => Type::Enum,
            "event" => Type::Event,
            "placement" => Type::Placement,
            "id" | "status" | "map" | "select" | "filter" | "order" => {
                let reason = format!("`{name}` needs a part: `{name}<…>`");
                self.any(&self.inside(text, &expr.range), Kind::MalformedType(reason))
            }
            _ => match self.names.get(object) {
                Some(id) => Type::Object(*id),
                None => self.any(&self.inside(text, &expr.range), self.unknown(object, true)),
            },
        }
    }

    fn with_part(&self, text: &Spanned<String>, expr: &Expr, name: &str, inner: &Expr) -> Type {
        let of_object = |make: fn(Id<Object>) -> Type| match self.lower(text, inner) {
            Type::Object(id) => make(id),
            Type::Plain(Plain::Any) => Type::Plain(Plain::Any),
            _ => {
                let reason = format!("`{name}<…>` needs an object's name");
                self.any(
                    &self.inside(text, &inner.range),
                    Kind::MalformedType(reason),
                )
            }
        };
        match name {
            "id" => self
                .word(text, inner, "entity", &self.entities)
                .map_or(Type::Plain(Plain::Any), Type::Id),
            "status" => self
                .word(text, inner, "directory", &self.directories)
                .map_or(Type::Plain(Plain::Any), Type::Status),
            "map" => Type::Map(Box::new(self.lower(text, inner))),
            "select" => of_object(Type::Select),
            "filter" => of_object(Type::Filter),
            "order" => of_object(Type::Order),
            _ => {
                let reason = format!("`{name}` takes no part in `<>`");
                self.any(&self.inside(text, &expr.range), Kind::MalformedType(reason))
            }
        }
    }

    /// The bare word between brackets, one of those that the spec lists, where it lists any.
    fn word(
        &self,
        text: &Spanned<String>,
        inner: &Expr,
        what: &'static str,
        known: &[String],
    ) -> Option<String> {
        if let ExprKind::Name(word, None) = &inner.kind {
            if !known.is_empty() && !known.contains(word) {
                let kind = Kind::UnknownWord {
                    what,
                    word: word.clone(),
                    known: known.to_vec(),
                    suggestion: names::closest(word, known.iter().map(String::as_str)),
                };
                self.problems.at(&self.inside(text, &inner.range), kind);
            }
            return Some(word.clone());
        }
        let reason = "one plain name belongs between these brackets".to_owned();
        self.problems.at(
            &self.inside(text, &inner.range),
            Kind::MalformedType(reason),
        );
        None
    }

    fn any(&self, span: &Span, kind: Kind) -> Type {
        self.problems.at(span, kind);
        Type::Plain(Plain::Any)
    }

    fn unknown(&self, name: &str, any_type: bool) -> Kind {
        let mut known = Vec::new();
        if any_type {
            known.extend(Plain::ALL.map(Plain::word));
            known.extend(WORDS);
        }
        known.extend(self.names.keys().map(String::as_str));
        Kind::UnknownType {
            name: name.to_owned(),
            suggestion: names::closest(name, known),
        }
    }

    /// The place of a part of a text, as long as the file spells the text without escapes.
    fn inside(&self, text: &Spanned<String>, range: &std::ops::Range<usize>) -> Span {
        let Span { file, range: whole } = text.span.clone();
        let start = whole.start + 1;
        let written = self.sources[file].text.get(start..whole.end - 1);
        if written == Some(text.value.as_str()) {
            return Span {
                file,
                range: start + range.start..start + range.end,
            };
        }
        text.span.clone()
    }
}
