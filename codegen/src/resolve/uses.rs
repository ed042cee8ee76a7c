//! Marks where every object is used, directly or inside others, because that decides which types it needs.

use crate::{
    arena::Id,
    model::{Effect, Field, Model, Object, Type, Uses},
};

/// A way of being used.
#[derive(Clone, Copy)]
enum Way {
    Read,
    Create,
    Change,
}

/// Marks all objects.
pub fn mark(model: &mut Model) {
    mark_fixed(model);
    let mut found = Vec::new();
    for method in model.methods() {
        let way = if method.effect == Effect::Create {
            Way::Create
        } else {
            Way::Change
        };
        found.push((method.result.ty.clone(), Way::Read));
        found.extend(method.params.iter().map(|param| (param.ty.clone(), way)));
    }
    found.extend(
        model
            .events
            .iter()
            .map(|event| (Type::Object(event.data), Way::Read)),
    );
    for placement in model.placements() {
        found.extend(placement.options.map(|id| (Type::Object(id), Way::Read)));
        found.extend(placement.bind.map(|id| (Type::Object(id), Way::Create)));
    }
    for (ty, way) in found {
        walk(model, &ty, way);
    }
}

fn walk(model: &mut Model, ty: &Type, way: Way) {
    match ty {
        Type::List(item) | Type::Map(item) => walk(model, item, way),
        Type::OneOf(types) => types.iter().for_each(|ty| walk(model, ty, way)),
        Type::Select(id) => model.objects[*id].uses.select = true,
        Type::Filter(id) => model.objects[*id].uses.filter = true,
        Type::Order(id) => model.objects[*id].uses.order = true,
        Type::Object(id) => enter(model, *id, way),
        _ => {}
    }
}

fn enter(model: &mut Model, id: Id<Object>, way: Way) {
    let mark = way.mark(&mut model.objects[id].uses);
    // What is marked has been walked, so objects may hold one another.
    if std::mem::replace(mark, true) {
        return;
    }
    let fields = model.objects[id]
        .fields
        .iter()
        .filter(|field| way.shows(field));
    let types: Vec<_> = fields.map(|field| way.ty(field).clone()).collect();
    for ty in types {
        walk(model, &ty, way);
    }
}

impl Way {
    fn mark(self, uses: &mut Uses) -> &mut bool {
        match self {
            Self::Read => &mut uses.read,
            Self::Create => &mut uses.create,
            Self::Change => &mut uses.change,
        }
    }

    fn ty(self, field: &Field) -> &Type {
        match self {
            Self::Read => &field.ty,
            Self::Create | Self::Change => field.sent(),
        }
    }

    fn shows(self, field: &Field) -> bool {
        match self {
            Self::Read => !field.writeonly,
            Self::Create => field.sent_on_create(),
            Self::Change => field.sent_on_change(),
        }
    }
}

/// Marks objects that take fields only on creation, and spreads that to the objects that hold them.
fn mark_fixed(model: &mut Model) {
    loop {
        let newly: Vec<_> = model
            .objects
            .entries()
            .filter(|(_, object)| becomes_fixed(model, object))
            .collect();
        let newly: Vec<_> = newly.into_iter().map(|(id, _)| id).collect();
        if newly.is_empty() {
            return;
        }
        for id in newly {
            model.objects[id].uses.fixed = true;
        }
    }
}

fn becomes_fixed(model: &Model, object: &Object) -> bool {
    let fixed = |field: &Field| field.immutable || field.import || holds_fixed(model, field.sent());
    !object.uses.fixed && object.fields.iter().any(fixed)
}

fn holds_fixed(model: &Model, ty: &Type) -> bool {
    match ty {
        Type::List(item) | Type::Map(item) => holds_fixed(model, item),
        Type::OneOf(types) => types.iter().any(|ty| holds_fixed(model, ty)),
        Type::Object(id) => model.objects[*id].uses.fixed,
        _ => false,
    }
}
