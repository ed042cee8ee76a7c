//! crm.status.entity.*: which directories there are, and what is in one.

use serde_json::{Map, Value, json};

use super::STAGES;
use crate::crm::access;
use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::error::RestError;
use crate::store::directories;

// docs: api-reference/crm/status/crm-status-entity-types.md; those whose records the sandbox has.
const DIRECTORIES: &[(&str, &str)] = &[
    (STAGES, "Lead stages"),
    ("SOURCE", "Sources"),
    ("CONTACT_TYPE", "Contact type"),
    ("COMPANY_TYPE", "Company type"),
    ("EMPLOYEES", "Number of employees"),
    ("INDUSTRY", "Industry"),
    ("HONORIFIC", "Salutations"),
];

/// The spellings in which a directory's name is taken.
const SPELLINGS: [&str; 4] = ["entityId", "entityID", "entity_id", "ENTITY_ID"];

/// Whether there is a directory of that name.
pub fn is_known(entity_id: &str) -> bool {
    DIRECTORIES.iter().any(|(id, _)| *id == entity_id)
}

/// The directories.
pub fn types(_: &Call<'_>) -> Answered {
    let described = DIRECTORIES.iter().map(|(id, name)| {
        let mut row = Map::new();
        row.insert("ID".into(), json!(id));
        row.insert("NAME".into(), json!(name));
        if *id == STAGES {
            let way = json!({
                "START_FIELD": "NEW",
                "FINAL_SUCCESS_FIELD": "CONVERTED",
                "FINAL_UNSUCCESS_FIELD": "JUNK",
                "FINAL_SORT": 0,
            });
            row.insert("SEMANTIC_INFO".into(), way);
            row.insert("ENTITY_TYPE_ID".into(), json!(1));
        }
        Value::Object(row)
    });
    Ok(described.collect::<Value>().into())
}

/// The entries of a directory, to choose from; none where there is no such directory.
pub fn items(call: &Call<'_>) -> Answered {
    access::enter(call)?;
    let given = SPELLINGS.map(|name| cast::text(call.param(name)));
    let Some(name) = given.into_iter().find(|name| !name.is_empty()) else {
        let text = "The parameter entityId is not defined or invalid.";
        return Err(RestError::crm(text));
    };
    let entries = directories::list(call.db, &name.to_uppercase())?;
    let described = entries.into_iter().map(|entry| {
        json!({
            "NAME": entry.name,
            "SORT": entry.sort,
            "STATUS_ID": entry.status_id,
        })
    });
    Ok(described.collect::<Value>().into())
}
