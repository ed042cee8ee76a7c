//! Which objects need a row, and at which position.

use std::collections::HashMap;

use crate::{
    arena::Id,
    model::{Effect, Method, Model, Object, Type},
};

/// How a row treats fields that are fixed once the object exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Variant {
    /// As declared.
    Whole,
    /// They are not required, for calls that change the object.
    Change,
}

/// The objects that methods and events mention, in the order in which they are met.
#[derive(Default)]
pub struct Rows {
    list: Vec<(Id<Object>, Variant)>,
    positions: HashMap<(Id<Object>, Variant), u16>,
}

impl Rows {
    /// The rows of a model.
    pub fn of(model: &Model) -> Self {
        let mut rows = Self::default();
        for method in model.methods() {
            for param in &method.params {
                rows.visit(model, &param.ty, variant(method));
            }
            rows.visit(model, &method.result.ty, Variant::Whole);
        }
        for event in model.events() {
            rows.visit(model, &Type::Object(event.data), Variant::Whole);
        }
        rows
    }

    /// The objects with their variants, by position.
    pub fn list(&self) -> &[(Id<Object>, Variant)] {
        &self.list
    }

    /// The position of an object's row.
    pub fn position(&self, model: &Model, id: Id<Object>, variant: Variant) -> u16 {
        self.positions[&(id, effective(model, id, variant))]
    }

    fn visit(&mut self, model: &Model, ty: &Type, variant: Variant) {
        match ty {
            Type::List(item) | Type::Map(item) => self.visit(model, item, variant),
            Type::OneOf(types) => types.iter().for_each(|ty| self.visit(model, ty, variant)),
            Type::Filter(id) | Type::Order(id) => self.enter(model, *id, Variant::Whole),
            Type::Object(id) => self.enter(model, *id, variant),
            _ => {}
        }
    }

    fn enter(&mut self, model: &Model, id: Id<Object>, variant: Variant) {
        let key = (id, effective(model, id, variant));
        if self.positions.contains_key(&key) {
            return;
        }
        let position =
            u16::try_from(self.list.len()).expect("a spec has fewer than 65,536 objects");
        self.positions.insert(key, position);
        self.list.push(key);
        for field in &model.objects()[id].fields {
            self.visit(model, &field.ty, key.1);
            self.visit(model, field.sent(), key.1);
        }
    }
}

/// The variant a method's parameters are read with.
pub fn variant(method: &Method) -> Variant {
    if method.effect == Effect::Create {
        Variant::Whole
    } else {
        Variant::Change
    }
}

/// Objects without fixed fields are the same in both variants.
fn effective(model: &Model, id: Id<Object>, variant: Variant) -> Variant {
    if model.objects()[id].uses.fixed {
        variant
    } else {
        Variant::Whole
    }
}
