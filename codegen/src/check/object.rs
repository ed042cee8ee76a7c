//! Objects: each is used by something, and each that is sent can be built.

use crate::{
    arena::Id,
    model::{Model, Object, Type},
    names::MULTIFIELD,
    problem::{Kind, Problems},
};

pub fn check(model: &Model, problems: &Problems) {
    for (id, object) in model.objects().entries() {
        // The notation itself refers to the object of multi-fields.
        if !object.uses.any() && object.name != MULTIFIELD {
            problems.at(&object.span, Kind::UnusedObject(object.name.clone()));
        }
        if let Some(way) = way_back(model, id, &mut vec![id]) {
            problems.at(&object.span, Kind::Endless(object.name.clone(), way));
        }
    }
}

/// The required fields that lead from the last object of the path back to its first.
fn way_back(model: &Model, from: Id<Object>, path: &mut Vec<Id<Object>>) -> Option<Vec<String>> {
    for field in model.objects()[from]
        .fields
        .iter()
        .filter(|field| field.required)
    {
        let Type::Object(next) = field.ty else {
            continue;
        };
        let step = format!("{}.{}", model.objects()[from].name, field.name);
        if next == path[0] {
            return Some(vec![step, model.objects()[next].name.clone()]);
        }
        if path.contains(&next) {
            continue;
        }
        path.push(next);
        if let Some(mut way) = way_back(model, next, path) {
            way.insert(0, step);
            return Some(way);
        }
        path.pop();
    }
    None
}
