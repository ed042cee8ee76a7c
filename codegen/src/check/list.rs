//! Lists: the parameter that pages them exists, and the rows have the key they name.

use crate::{
    model::{List, Method, Model, Type},
    names,
    problem::{Kind, Problems},
};

pub fn check(model: &Model, problems: &Problems) {
    for method in model.methods() {
        if let Some(list) = &method.list {
            page(method, list, problems);
            key(model, method, list, problems);
        }
    }
}

fn page(method: &Method, list: &List, problems: &Problems) {
    let known = || method.params.iter().map(|param| param.name.as_str());
    // A missing `page` has been noted already.
    if list.page.is_empty() || known().any(|name| name == list.page) {
        return;
    }
    let suggestion = names::closest(&list.page, known());
    let kind = Kind::NoPageParameter {
        page: list.page.clone(),
        method: method.name.clone(),
        suggestion,
    };
    problems.at(&list.page_span, kind);
}

fn key(model: &Model, method: &Method, list: &List, problems: &Problems) {
    let Type::Object(row) = method.result.ty else {
        return;
    };
    let row = &model.objects()[row];
    let known = || row.fields.iter().map(|field| field.name.as_str());
    if list.key.is_empty() || known().any(|name| name == list.key) {
        return;
    }
    let suggestion = names::closest(&list.key, known());
    problems.at(
        &list.key_span,
        Kind::NoRowKey {
            key: list.key.clone(),
            row: row.name.clone(),
            suggestion,
        },
    );
}
