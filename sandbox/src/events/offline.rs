//! event.offline.*: the queue of events an app collects when it likes (reference §6).

use rusqlite::types::Value as SqlValue;
use serde_json::{Map, Value, json};

use crate::clock::Clock;
use crate::php::cast;
use crate::rest::call::{Answered, Call, PAGE};
use crate::rest::error::{Fault, RestError};
use crate::secrets;
use crate::store::offline::{self, OfflineEvent, Queue, Selection, Test};

/// The columns a caller may name: the wire's name and ours.
const COLUMNS: &[(&str, &str)] = &[
    ("ID", "id"),
    ("TIMESTAMP_X", "stamp"),
    ("EVENT_NAME", "event"),
    ("MESSAGE_ID", "message_id"),
    // These two only in event.offline.list.
    ("PROCESS_ID", "process_id"),
    ("ERROR", "error"),
];
const COLUMNS_OF_GET: usize = 4;

/// The signs in front of a filter's name, longer ones first.
const SIGNS: &[(&str, &str)] = &[
    (">=", ">="),
    ("<=", "<="),
    ("!=", "<>"),
    (">", ">"),
    ("<", "<"),
    ("!", "<>"),
    ("=", "="),
    ("", "="),
];

const ID_LENGTH: usize = 32;

/// Hands out a portion, which leaves the queue or, with `clear` 0, is reserved.
pub fn get(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let columns = &COLUMNS[..COLUMNS_OF_GET];
    let mut selection = selection(call, columns)?;
    selection.limit = limit(call)?;
    if selection.order.is_empty() {
        selection.order.push(("stamp", false));
    }
    let given = cast::text(call.any_case("process_id"));
    let failed = cast::truthy(call.any_case("error"));
    selection
        .tests
        .push(test("error", SqlValue::Integer(i64::from(failed))));
    if !failed || !given.is_empty() {
        selection
            .tests
            .push(test("process_id", SqlValue::Text(given.clone())));
    }
    let connector = connector(call);
    let found = offline::find(call.db, queue(call, &connector)?, &selection)?;
    let process = hand_out(call, &found, given)?;
    let events: Vec<Value> = found
        .iter()
        .map(|event| describe(&call.portal.clock, event))
        .collect();
    Ok(json!({ "process_id": process, "events": events }).into())
}

/// Clears or reserves what is handed out; the key of the portion, if it is reserved.
fn hand_out(
    call: &Call<'_>,
    found: &[OfflineEvent],
    given: String,
) -> Result<Option<String>, RestError> {
    let ids: Vec<i64> = found.iter().map(|event| event.id).collect();
    let clear = call.any_case("clear");
    if !given.is_empty() {
        return Ok(Some(given));
    }
    if clear.is_null() || cast::truthy(clear) {
        offline::delete(call.db, &ids)?;
        return Ok(None);
    }
    // Only some plans let events be reserved.
    call.portal.conditions.check(Fault::WrongLicense)?;
    let process = secrets::hex(ID_LENGTH / 2);
    offline::mark(call.db, &ids, &process)?;
    Ok(Some(process))
}

/// A page of the queue as it is.
pub fn list(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let mut selection = selection(call, COLUMNS)?;
    let connector = connector(call);
    let queue = queue(call, &connector)?;
    let total = offline::count(call.db, queue, &selection.tests)?;
    selection.limit = PAGE;
    selection.offset = call.start.max(0) / PAGE * PAGE;
    let found = offline::find(call.db, queue, &selection)?;
    let rows = found.iter().map(|event| {
        let mut row = describe(&call.portal.clock, event);
        row["PROCESS_ID"] = json!(event.process_id);
        row["ERROR"] = json!(if event.error { "1" } else { "0" });
        row
    });
    Ok(Call::page(rows.collect(), selection.offset, total))
}

/// Takes reserved events off the queue; always true.
pub fn clear(call: &Call<'_>) -> Answered {
    let found = reserved(call)?;
    offline::delete(call.db, &found)?;
    Ok(true.into())
}

/// Marks reserved events as failed; always true.
pub fn error(call: &Call<'_>) -> Answered {
    let found = reserved(call)?;
    offline::fail(call.db, &found)?;
    Ok(true.into())
}

/// The ids of the portion `process_id`, only those of `id` or else of `message_id` if given.
fn reserved(call: &Call<'_>) -> Result<Vec<i64>, RestError> {
    call.admins_only()?;
    let process = cast::text(call.any_case("process_id"));
    if process.is_empty() {
        return Err(RestError::missing("process_id"));
    }
    let ids: Vec<i64> = cast::values(call.any_case("id"))
        .into_iter()
        .map(cast::int)
        .collect();
    let messages: Vec<String> = cast::values(call.any_case("message_id"))
        .into_iter()
        .map(cast::text)
        .collect();
    if messages.iter().any(|message| message.len() != ID_LENGTH) {
        return Err(RestError::argument(
            "message_id",
            "Value must be a list of 32-character strings",
        ));
    }
    let selection = Selection {
        tests: vec![test("process_id", SqlValue::Text(process))],
        limit: -1,
        ..Selection::default()
    };
    let connector = connector(call);
    let found = offline::find(call.db, queue(call, &connector)?, &selection)?;
    let chosen = found
        .into_iter()
        .filter(|event| match (ids.is_empty(), messages.is_empty()) {
            (false, _) => ids.contains(&event.id),
            (true, false) => messages.contains(&event.message_id),
            (true, true) => true,
        });
    Ok(chosen.map(|event| event.id).collect())
}

fn queue<'a>(call: &Call<'_>, connector: &'a str) -> Result<Queue<'a>, RestError> {
    Ok(Queue {
        app_id: call.app()?.id,
        connector,
    })
}

fn connector(call: &Call<'_>) -> String {
    cast::text(call.any_case("auth_connector"))
}

fn limit(call: &Call<'_>) -> Result<i64, RestError> {
    match call.any_case("limit") {
        Value::Null => Ok(PAGE),
        value if cast::int(value) > 0 => Ok(cast::int(value)),
        _ => Err(RestError::argument(
            "limit",
            "Value must be positive integer",
        )),
    }
}

fn test(column: &'static str, value: SqlValue) -> Test {
    Test {
        column,
        sign: "=",
        value,
    }
}

fn selection(call: &Call<'_>, columns: &[(&str, &'static str)]) -> Result<Selection, RestError> {
    let column = |name: &str| {
        columns
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, column)| *column)
    };
    let mut selection = Selection::default();
    for (key, value) in cast::entries(call.any_case("filter")) {
        let (sign, name) = split_sign(&key);
        let column = column(name).ok_or_else(|| not_allowed("filter", "Filter", name))?;
        let value = convert(&call.portal.clock, column, value);
        selection.tests.push(Test {
            column,
            sign,
            value,
        });
    }
    for (name, direction) in cast::entries(call.any_case("order")) {
        let column = column(&name).ok_or_else(|| not_allowed("order", "Order", &name))?;
        selection
            .order
            .push((column, cast::text(direction).eq_ignore_ascii_case("DESC")));
    }
    Ok(selection)
}

fn split_sign(key: &str) -> (&'static str, &str) {
    let found = SIGNS
        .iter()
        .find_map(|(prefix, sign)| Some((*sign, key.strip_prefix(prefix)?)));
    found.unwrap_or(("=", key))
}

fn not_allowed(argument: &'static str, what: &str, name: &str) -> RestError {
    RestError::argument(argument, format!("{what} field not allowed: {name}"))
}

fn convert(clock: &Clock, column: &str, value: &Value) -> SqlValue {
    let text = cast::text(value);
    match column {
        "stamp" => clock.parse(&text).map_or(SqlValue::Null, SqlValue::Integer),
        "id" | "error" => SqlValue::Integer(cast::int(value)),
        "event" => SqlValue::Text(text.to_uppercase()),
        _ => SqlValue::Text(text),
    }
}

fn describe(clock: &Clock, event: &OfflineEvent) -> Value {
    let mut row = Map::new();
    row.insert("ID".into(), json!(event.id.to_string()));
    row.insert("TIMESTAMP_X".into(), json!(clock.iso(event.stamp)));
    row.insert("EVENT_NAME".into(), json!(event.event));
    row.insert("EVENT_DATA".into(), event.data.clone());
    row.insert(
        "EVENT_ADDITIONAL".into(),
        json!({ "user_id": event.user_id.to_string() }),
    );
    row.insert("MESSAGE_ID".into(), json!(event.message_id));
    Value::Object(row)
}
