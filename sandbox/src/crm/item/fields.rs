//! crm.item.fields: what fields there are.

use serde_json::{Map, Value, json};

use super::read::{custom_name, original_names};
use super::table::{self, ItemField, Source};
use super::{kind, name};
use crate::crm::fields::{custom, descriptor};
use crate::model::{Field, FieldKind};
use crate::rest::call::{Answered, Call};
use crate::rest::error::Fault;
use crate::store::links::Relation;
use crate::store::userfields;

/// Every field that is in use, by its name.
pub fn fields(call: &Call<'_>) -> Answered {
    let kind = kind(call)?;
    if !call.user().uses_crm {
        return Err(Fault::ItemDenied.into());
    }
    let in_use = table::of(kind).iter().filter_map(|field| {
        let row = system(field, field.spec?)?;
        Some((field.name.to_owned(), row))
    });
    let mut all: Map<String, Value> = in_use.collect();
    let original = original_names(call);
    for field in userfields::of_owner(call.db, kind.owner_of_userfields())? {
        let mut row = custom(call, &field)?;
        row["upperName"] = json!(field.field_name);
        all.insert(custom_name(&field, original), row);
    }
    Ok(json!({ "fields": all }).into())
}

fn system(field: &ItemField, spec: &Field) -> Option<Value> {
    let (wire_type, multiple) = wire_type(field, spec)?;
    let mut row = descriptor(&wire_type, multiple, false);
    row.insert("isRequired".into(), json!(field.name == "opened"));
    row.insert("isReadOnly".into(), json!(spec.readonly));
    row.insert("isImmutable".into(), json!(spec.immutable));
    if field.name == "contactId" {
        row.insert("isDeprecated".into(), json!(true));
    }
    if let Source::Column(Field {
        kind: FieldKind::Status(directory),
        ..
    }) = field.source
    {
        row.insert("statusType".into(), json!(directory));
    }
    row.insert("title".into(), json!(spec.title));
    let parent = match field.name {
        "leadId" => Some(1),
        "companyId" => Some(4),
        _ => None,
    };
    if let Some(parent) = parent {
        row.insert("settings".into(), json!({ "parentEntityTypeId": parent }));
    }
    row.insert("upperName".into(), json!(name::upper(field.name)));
    Some(Value::Object(row))
}

/// The type, and whether there are several values; none for what is no field of a record.
fn wire_type(field: &ItemField, spec: &Field) -> Option<(String, bool)> {
    let single = |name: &str| Some((name.to_owned(), false));
    match field.source {
        Source::Column(column) => match column.kind {
            FieldKind::Flag => single("boolean"),
            FieldKind::Text if spec.long => single("text"),
            _ if field.name == "categoryId" => single("crm_category"),
            _ => single(&column.kind.wire_name()),
        },
        Source::Entry(..) => single("string"),
        Source::Words => single("text"),
        Source::Entries => Some(("crm_multifield".into(), true)),
        Source::Observers => Some(("user".into(), true)),
        Source::Links(Relation::ContactCompanies) => Some(("crm_company".into(), true)),
        Source::Links(_) => Some(("crm_contact".into(), true)),
        Source::Nothing | Source::EntityType | Source::Custom => None,
    }
}
