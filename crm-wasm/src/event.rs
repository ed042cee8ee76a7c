//! What the portal delivers to an event handler.

use crate::json::{JsonError, Walker};
use crate::php;
use crate::schema::{Event, Field, Object, Type};

/// What wraps the data of every event, where the form has strings and people expect numbers.
static ENVELOPE: [Object; 2] = [
    Object {
        name: "EventEnvelope",
        fields: &[
            field("auth", Type::Object(1)),
            field("event_handler_id", Type::Id),
            field("ts", Type::Integer),
        ],
    },
    Object {
        name: "EventAuth",
        fields: &[
            field("expires", Type::Integer),
            field("expires_in", Type::Integer),
            field("user_id", Type::Id),
        ],
    },
];

const fn field(name: &'static str, ty: Type) -> Field {
    Field {
        name,
        ty,
        required: false,
        doc: "",
    }
}

/// A delivered body as JSON text, its data as it came. Takes a form, as the portal sends it, or JSON.
pub fn envelope(body: &str) -> Result<String, JsonError> {
    let form;
    let json = if body.trim_start().starts_with('{') {
        body
    } else {
        form = php::form_to_json(body);
        &form
    };
    let mut text = String::new();
    Walker::new(&ENVELOPE).decode(json, &Type::Object(0), &mut text)?;
    Ok(text)
}

/// The declared event of a name, in any case.
pub fn named(events: &'static [Event], name: &str) -> Option<&'static Event> {
    let name = name.to_ascii_uppercase();
    let place = events
        .binary_search_by(|event| event.name.cmp(&name))
        .ok()?;
    events.get(place)
}

/// Whether two tokens are the same, in a time that does not tell how much of them is.
pub fn same_token(expected: &str, given: &str) -> bool {
    let pairs = expected
        .bytes()
        .zip(given.bytes().chain(std::iter::repeat(0)));
    let differences = pairs.fold(0, |all, (a, b)| all | (a ^ b));
    let differs = std::hint::black_box(differences) != 0;
    !differs & (expected.len() == given.len()) & !expected.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const FORM: &str = "event=ONCRMLEADADD&event_handler_id=7&data%5BFIELDS%5D%5BID%5D=12&ts=1714554000\
                        &auth%5Bdomain%5D=example.bitrix24.com&auth%5Bexpires_in%5D=3600&auth%5Buser_id%5D=1";

    #[test]
    fn a_form_becomes_an_envelope_with_numbers() {
        let value: Value = serde_json::from_str(&envelope(FORM).unwrap()).unwrap();
        let expected = json!({
            "event": "ONCRMLEADADD", "event_handler_id": 7, "data": {"FIELDS": {"ID": "12"}}, "ts": 1_714_554_000,
            "auth": {"domain": "example.bitrix24.com", "expires_in": 3600, "user_id": 1},
        });
        assert_eq!(value, expected);
    }

    #[test]
    fn json_is_taken_as_well() {
        let value: Value =
            serde_json::from_str(&envelope(r#" {"event":"X","ts":"5"}"#).unwrap()).unwrap();
        assert_eq!(value, json!({"event": "X", "ts": 5}));
    }

    #[test]
    fn broken_json_is_an_error() {
        assert!(envelope(r#"{"event":"#).is_err());
    }

    #[test]
    fn events_are_found_in_any_case() {
        static EVENTS: [Event; 2] = [
            Event {
                name: "ONA",
                js_name: "onA",
                data: Type::Any,
            },
            Event {
                name: "ONB",
                js_name: "onB",
                data: Type::Any,
            },
        ];
        assert_eq!(
            named(&EVENTS, "onB").map(|event| event.js_name),
            Some("onB")
        );
        assert!(named(&EVENTS, "onC").is_none());
    }

    #[test]
    fn only_the_whole_token_is_the_same() {
        assert!(same_token("secret", "secret"));
        for given in ["", "secre", "secret1", "Secret", "secret\0"] {
            assert!(!same_token("secret", given), "{given:?}");
        }
        assert!(
            !same_token("", ""),
            "an expected token that is empty would let everyone in"
        );
    }
}
