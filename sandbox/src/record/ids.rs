//! Ids of records that the played calls add: they may have others here than they had there.

use std::collections::HashMap;

use serde_json::Value;

use crate::php::cast;

/// The kinds of records whose ids are told apart.
const KINDS: &[&str] = &["lead", "contact", "company"];

/// The present ids of recorded ones, by kind.
#[derive(Debug, Default)]
pub struct Ids(HashMap<(&'static str, i64), i64>);

impl Ids {
    /// Notes what an add was answered there and here.
    pub fn learn(&mut self, method: &str, recorded: &Value, present: &Value) {
        if method.rsplit('.').next() != Some("add") {
            return;
        }
        let pair = recorded["result"].as_i64().zip(present["result"].as_i64());
        if let (Some(kind), Some((recorded, present))) = (kind_of(method), pair) {
            self.0.insert((kind, recorded), present);
        }
    }

    /// Puts the present ids into parameters.
    pub fn apply(&self, method: &str, params: &mut Value) {
        match params {
            Value::Object(members) => {
                for (key, member) in members {
                    match self.present(method, key, member) {
                        Some(id) if member.is_string() => *member = Value::String(id.to_string()),
                        Some(id) => *member = Value::from(id),
                        None => self.apply(method, member),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(method, item)),
            _ => {}
        }
    }

    /// Whether two different values of a member are the same record's id there and here.
    pub fn agree(&self, method: &str, key: &str, recorded: &Value, present: &Value) -> bool {
        let same_kind = recorded.is_string() == present.is_string();
        same_kind && self.present(method, key, recorded) == Some(cast::int(present))
    }

    /// The present id of what `key` names in this method's parameters or answer.
    fn present(&self, method: &str, key: &str, recorded: &Value) -> Option<i64> {
        if recorded.is_array() || recorded.is_object() {
            return None;
        }
        let key = key.to_lowercase();
        let kind = match key.as_str() {
            "id" => kind_of(method)?,
            other => {
                let named = other.strip_suffix("_id")?;
                KINDS.iter().find(|kind| **kind == named)?
            }
        };
        self.0.get(&(kind, cast::int(recorded))).copied()
    }
}

/// `lead` for crm.lead.get; none for methods about parts of a record.
fn kind_of(method: &str) -> Option<&'static str> {
    let mut parts = method.strip_prefix("crm.")?.split('.');
    let (first, second) = (parts.next()?, parts.next()?);
    let is_part = second == "userfield" || second == "details";
    KINDS
        .iter()
        .find(|kind| **kind == first && !is_part)
        .copied()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_of_added_records_are_followed() {
        let mut ids = Ids::default();
        ids.learn(
            "crm.lead.add",
            &json!({ "result": 41 }),
            &json!({ "result": 7 }),
        );
        ids.learn(
            "crm.contact.add",
            &json!({ "result": 41 }),
            &json!({ "result": 9 }),
        );
        ids.learn(
            "crm.lead.userfield.add",
            &json!({ "result": 41 }),
            &json!({ "result": 1 }),
        );
        let mut params = json!({ "id": "41", "fields": { "CONTACT_ID": 41, "TITLE": "41" } });
        ids.apply("crm.lead.contact.add", &mut params);
        assert_eq!(
            params,
            json!({ "id": "7", "fields": { "CONTACT_ID": 9, "TITLE": "41" } })
        );
        assert!(ids.agree("crm.lead.get", "ID", &json!("41"), &json!("7")));
        assert!(!ids.agree("crm.lead.get", "ID", &json!("41"), &json!("9")));
        assert!(!ids.agree("crm.lead.get", "ID", &json!("40"), &json!("7")));
    }
}
