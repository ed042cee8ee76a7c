//! What two answers differ in, besides what no two runs have in common.

use chrono::{DateTime, FixedOffset, TimeDelta};
use serde_json::Value;

use super::ids::Ids;

/// Moments so near to their call are of the run, not of the data.
const NEAR: TimeDelta = TimeDelta::days(200);
/// Hexadecimal texts of this length and more are tokens and keys.
const TOKEN: usize = 32;
/// Multi-fields, whose entries have ids of their own.
const MULTIFIELDS: &[&str] = &["PHONE", "EMAIL", "WEB", "IM", "LINK"];

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where in the answer, `result.TITLE`.
    pub path: String,
    /// What was there; none for nothing.
    pub recorded: Option<Value>,
    /// What is there now.
    pub present: Option<Value>,
}

/// How to compare.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The method that answered.
    pub method: &'a str,
    /// When it was called there.
    pub recorded_at: DateTime<FixedOffset>,
    /// When it was called here.
    pub present_at: DateTime<FixedOffset>,
    /// The ids of added records.
    pub ids: &'a Ids,
}

impl Comparison<'_> {
    /// All differences between two answers.
    pub fn of(&self, recorded: &Value, present: &Value) -> Vec<Difference> {
        let mut found = Vec::new();
        self.walk("", recorded, present, &mut found);
        found
    }

    fn walk(&self, path: &str, recorded: &Value, present: &Value, found: &mut Vec<Difference>) {
        match (recorded, present) {
            (Value::Object(one), Value::Object(other)) => {
                for (key, value) in one.iter().filter(|(key, _)| !is_of_the_run(path, key)) {
                    let path = join(path, key);
                    match other.get(key) {
                        Some(present) => self.walk(&path, value, present, found),
                        None => found.push(difference(path, Some(value), None)),
                    }
                }
                let new = other.iter().filter(|(key, _)| !one.contains_key(*key));
                for (key, value) in new.filter(|(key, _)| !is_of_the_run(path, key)) {
                    found.push(difference(join(path, key), None, Some(value)));
                }
            }
            (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
                for (at, (one, other)) in one.iter().zip(other).enumerate() {
                    self.walk(&format!("{path}[{at}]"), one, other, found);
                }
            }
            _ if self.same(path, recorded, present) => {}
            _ => found.push(difference(path.to_owned(), Some(recorded), Some(present))),
        }
    }

    fn same(&self, path: &str, recorded: &Value, present: &Value) -> bool {
        if recorded == present {
            return true;
        }
        let key = path.rsplit('.').next().unwrap_or_default();
        if self.ids.agree(self.method, key, recorded, present) || is_row_id(path) {
            return true;
        }
        // The result of an add is the id itself.
        if path == "result" && self.ids.agree(self.method, "id", recorded, present) {
            return true;
        }
        match (recorded.as_str(), present.as_str()) {
            (Some(one), Some(other)) => {
                is_token(one) && is_token(other)
                    || is_near(one, self.recorded_at) && is_near(other, self.present_at)
            }
            _ => false,
        }
    }
}

fn difference(path: String, recorded: Option<&Value>, present: Option<&Value>) -> Difference {
    Difference {
        path,
        recorded: recorded.cloned(),
        present: present.cloned(),
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        return key.to_owned();
    }
    format!("{path}.{key}")
}

/// `time` around a result, and those of a batch's members.
fn is_of_the_run(path: &str, key: &str) -> bool {
    path.is_empty() && key == "time" || path == "result" && key == "result_time"
}

/// `result.PHONE[0].ID`
fn is_row_id(path: &str) -> bool {
    let Some(row) = path.strip_suffix(".ID") else {
        return false;
    };
    let field = row.rsplit('.').next().unwrap_or_default();
    let field = field.split('[').next().unwrap_or_default();
    row.ends_with(']') && MULTIFIELDS.contains(&field)
}

fn is_token(text: &str) -> bool {
    text.len() >= TOKEN && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_near(text: &str, call: DateTime<FixedOffset>) -> bool {
    DateTime::parse_from_rfc3339(text).is_ok_and(|moment| (moment - call).abs() < NEAR)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn differences(recorded: &Value, present: &Value) -> Vec<String> {
        let mut ids = Ids::default();
        ids.learn(
            "crm.lead.add",
            &json!({ "result": 41 }),
            &json!({ "result": 7 }),
        );
        let moment = |text| DateTime::parse_from_rfc3339(text).unwrap();
        let comparison = Comparison {
            method: "crm.lead.get",
            recorded_at: moment("2024-05-01T12:00:00+03:00"),
            present_at: moment("2026-05-01T12:00:00+03:00"),
            ids: &ids,
        };
        let found = comparison.of(recorded, present);
        found
            .into_iter()
            .map(|difference| difference.path)
            .collect()
    }

    #[test]
    fn what_belongs_to_the_run_does_not_count() {
        let recorded = json!({
            "result": {
                "ID": "41",
                "DATE_CREATE": "2024-05-01T11:59:00+03:00",
                "BIRTHDATE": "1980-02-03T03:00:00+03:00",
                "process_id": "0123456789abcdef0123456789abcdef",
                "PHONE": [{ "ID": "3", "VALUE": "1" }],
            },
            "time": { "start": 1 },
        });
        let present = json!({
            "result": {
                "ID": "7",
                "DATE_CREATE": "2026-05-01T11:59:30+03:00",
                "BIRTHDATE": "1980-02-03T03:00:00+03:00",
                "process_id": "fedcba98765432100123456789abcdef",
                "PHONE": [{ "ID": "4", "VALUE": "1" }],
            },
            "time": { "start": 2 },
        });
        assert_eq!(differences(&recorded, &present), Vec::<String>::new());
    }

    #[test]
    fn what_belongs_to_the_data_does() {
        let cases = [
            (
                json!({ "TITLE": "A" }),
                json!({ "TITLE": "B" }),
                "result.TITLE",
            ),
            (json!({ "ID": "41" }), json!({ "ID": "8" }), "result.ID"),
            (json!({ "ID": "41" }), json!({ "ID": 7 }), "result.ID"),
            (json!({ "A": 1 }), json!({}), "result.A"),
            (json!({}), json!({ "A": 1 }), "result.A"),
            (json!([1]), json!([1, 2]), "result"),
            (json!([1, 2]), json!([1, 3]), "result[1]"),
            (json!({ "time": 1 }), json!({ "time": 2 }), "result.time"),
            (
                json!({ "D": "1980-02-03T03:00:00+03:00" }),
                json!({ "D": "1980-02-04T03:00:00+03:00" }),
                "result.D",
            ),
            (
                json!({ "D": "2024-05-01T12:00:00+03:00" }),
                json!({ "D": null }),
                "result.D",
            ),
        ];
        for (recorded, present, path) in cases {
            let (recorded, present) = (json!({ "result": recorded }), json!({ "result": present }));
            assert_eq!(
                differences(&recorded, &present),
                [path],
                "{recorded} {present}"
            );
        }
    }
}
