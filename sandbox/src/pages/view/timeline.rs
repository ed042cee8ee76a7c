//! What calls did to a record: the journal, read for one card.

use serde_json::{Map, Value};

use crate::entity::Kind;
use crate::journal::{Entry, Journal, Selection};
use crate::pages::spec::SPEC;
use crate::php::{cast, query};

/// Steps a card shows.
const STEPS: usize = 20;

/// What is linked by which methods, and the field that names it.
const LINKS: [(Kind, &str, &str); 3] = [
    (Kind::Contact, "crm.lead.contact.", "CONTACT_ID"),
    (Kind::Contact, "crm.company.contact.", "CONTACT_ID"),
    (Kind::Company, "crm.contact.company.", "COMPANY_ID"),
];

/// A call that changed a record, or tried to.
#[derive(Debug)]
pub struct Step {
    /// The call's number in the journal.
    pub call: u64,
    /// The method as the spec writes it.
    pub method: String,
    /// Who called.
    pub caller: String,
    /// When, in the portal's zone.
    pub moment: String,
    /// The fields that were sent.
    pub fields: Vec<String>,
    /// Whether it was refused.
    pub failed: bool,
    /// Whether it came in a batch.
    pub batched: bool,
}

/// The calls that changed the record or tried to, the newest first.
pub fn of_record(journal: &Journal, kind: Kind, id: i64) -> Vec<Step> {
    let everything = Selection {
        limit: usize::MAX,
        ..Selection::default()
    };
    let entries = journal.list(&everything).into_iter().rev();
    entries
        .flat_map(|entry| steps(&entry, Target { kind, id }))
        .take(STEPS)
        .collect()
}

/// The record a card shows.
#[derive(Clone, Copy)]
struct Target {
    kind: Kind,
    id: i64,
}

/// One call, alone or of a batch.
struct Done {
    method: String,
    params: Map<String, Value>,
    result: Value,
    failed: bool,
}

fn steps(entry: &Entry, target: Target) -> Vec<Step> {
    let is_batch = entry.method == "batch";
    let changes = |done: &Done| target.is_changed_by(done);
    let calls = if is_batch {
        batched(entry)
    } else {
        vec![single(entry)]
    };
    let changing = calls.into_iter().filter(changes);
    let step = |done: Done| Step {
        call: entry.id,
        fields: fields(&done.params),
        method: SPEC
            .method(&done.method)
            .map_or(done.method, |known| known.name.clone()),
        caller: caller(entry),
        moment: entry.moment.format("%-d %b, %H:%M:%S").to_string(),
        failed: done.failed,
        batched: is_batch,
    };
    changing.map(step).collect()
}

fn caller(entry: &Entry) -> String {
    match entry.caller.name.as_str() {
        "" => entry.caller.label(),
        name => format!("{name} ({})", entry.caller.kind.word()),
    }
}

fn single(entry: &Entry) -> Done {
    Done {
        method: entry.method.clone(),
        params: parsed(&entry.params),
        result: parsed(&entry.answer).remove("result").unwrap_or_default(),
        failed: entry.status != 200,
    }
}

fn parsed(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_default()
}

/// The commands of a batch, each with its own outcome (reference §2).
fn batched(entry: &Entry) -> Vec<Done> {
    let answer: Value = serde_json::from_str(&entry.answer).unwrap_or_default();
    let params = parsed(&entry.params);
    let commands = match params.get("cmd") {
        Some(Value::Object(named)) => named.clone(),
        Some(Value::Array(list)) => (0..)
            .zip(list)
            .map(|(at, cmd): (usize, _)| (at.to_string(), cmd.clone()))
            .collect(),
        _ => Map::new(),
    };
    let command = |(key, text): (&String, &Value)| {
        let (method, rest) = text
            .as_str()?
            .split_once('?')
            .unwrap_or((text.as_str()?, ""));
        let results = &answer["result"]["result"];
        let at = key.parse::<usize>().ok().and_then(|at| results.get(at));
        Some(Done {
            method: method.to_owned(),
            params: query::parse(rest),
            result: results.get(key).or(at).cloned().unwrap_or_default(),
            failed: answer["result"]["result_error"].get(key).is_some(),
        })
    };
    commands.iter().filter_map(command).collect()
}

impl Target {
    fn is_changed_by(self, done: &Done) -> bool {
        let writes = SPEC
            .method(&done.method)
            .is_some_and(|method| method.effect != "read");
        writes && (self.is_named_by(done) || self.is_linked_by(done))
    }

    fn is_named_by(self, done: &Done) -> bool {
        let family = format!("crm.{}.", self.kind.name());
        let method = done.method.to_lowercase();
        let Some(action) = method.strip_prefix(&family) else {
            return self.is_item_of(&method, done);
        };
        match action {
            "add" => cast::int(&done.result) == self.id,
            _ if action.starts_with("userfield") || action.starts_with("details") => false,
            _ => self.is(id(&done.params)),
        }
    }

    /// Whether the record is what a method of `crm.item` is about.
    fn is_item_of(self, method: &str, done: &Done) -> bool {
        let entity = self.kind.entity_type_id();
        let own = done
            .params
            .get("entityTypeId")
            .is_some_and(|ty| cast::int(ty) == entity);
        method.starts_with("crm.item.")
            && own
            && (self.is(id(&done.params)) || cast::int(&done.result["item"]["id"]) == self.id)
    }

    /// Whether it is linked to another record, or unlinked.
    fn is_linked_by(self, done: &Done) -> bool {
        let method = done.method.to_lowercase();
        let linked = |(kind, family, field): &(Kind, &str, &str)| {
            let fields = done.params.get("fields");
            *kind == self.kind
                && method.starts_with(family)
                && fields.is_some_and(|fields| cast::int(&fields[field]) == self.id)
        };
        LINKS.iter().any(linked)
    }

    fn is(self, id: Option<&Value>) -> bool {
        id.is_some_and(|id| cast::int(id) == self.id)
    }
}

fn id(params: &Map<String, Value>) -> Option<&Value> {
    params.get("id").or_else(|| params.get("ID"))
}

fn fields(params: &Map<String, Value>) -> Vec<String> {
    let fields = params.get("fields").or_else(|| params.get("FIELDS"));
    let names = fields.and_then(Value::as_object).into_iter().flatten();
    names.map(|(name, _)| name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn journal(calls: &[(&str, Value, Value)]) -> Journal {
        let journal = Journal::default();
        for (method, params, answer) in calls {
            journal.add(Entry {
                method: (*method).to_owned(),
                params: params.to_string().into(),
                answer: answer.to_string().into(),
                status: if answer.get("error").is_some() {
                    400
                } else {
                    200
                },
                ..Entry::default()
            });
        }
        journal
    }

    fn methods(journal: &Journal, kind: Kind, id: i64) -> Vec<String> {
        let steps = of_record(journal, kind, id).into_iter();
        steps.map(|step| step.method).collect()
    }

    #[test]
    fn a_record_is_changed_by_the_calls_that_name_it() {
        let yes = json!({ "result": true });
        let journal = journal(&[
            (
                "crm.lead.add",
                json!({ "fields": {} }),
                json!({ "result": 7 }),
            ),
            ("crm.lead.get", json!({ "id": 7 }), yes.clone()),
            (
                "crm.lead.update",
                json!({ "ID": "7", "fields": { "TITLE": "x" } }),
                yes.clone(),
            ),
            ("crm.lead.update", json!({ "id": 8 }), yes.clone()),
            ("crm.contact.update", json!({ "id": 7 }), yes.clone()),
            (
                "crm.lead.contact.add",
                json!({ "id": 7, "fields": { "CONTACT_ID": 5 } }),
                yes,
            ),
        ]);
        let own = ["crm.lead.contact.add", "crm.lead.update", "crm.lead.add"];
        assert_eq!(methods(&journal, Kind::Lead, 7), own);
        assert_eq!(
            methods(&journal, Kind::Contact, 5),
            ["crm.lead.contact.add"]
        );
    }

    #[test]
    fn commands_of_a_batch_count_one_by_one() {
        let params = json!({ "cmd": {
            "made": "crm.lead.add?fields[TITLE]=x",
            "changed": "crm.lead.update?id=7&fields[TITLE]=y",
            "other": "crm.lead.update?id=9",
        } });
        let answer = json!({ "result": {
            "result": { "made": 7 }, "result_error": { "changed": {} },
        } });
        let journal = journal(&[("batch", params, answer)]);
        let steps = of_record(&journal, Kind::Lead, 7);
        let seen: Vec<_> = steps
            .iter()
            .map(|step| (step.method.as_str(), step.failed))
            .collect();
        assert_eq!(seen, [("crm.lead.add", false), ("crm.lead.update", true)]);
        assert_eq!(steps[0].fields, ["TITLE"]);
    }
}
