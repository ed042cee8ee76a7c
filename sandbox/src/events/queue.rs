//! From what happened in a call to what is told: entries of the offline queue, and deliveries to
//! handlers.

use md5::{Digest, Md5};
use serde_json::Value;

use super::Fired;
use super::delivery::Delivery;
use super::letter::Writer;
use crate::php::{cast, json as php_json};
use crate::rest::call::Call;
use crate::secrets;
use crate::store::Sql;
use crate::store::handlers::{self, Handler};
use crate::store::offline::{self, OfflineEvent, Queue};

/// Told when there is something in an app's offline queue.
pub const OFFLINE_EVENT: &str = "ONOFFLINEEVENT";

/// Queues what happened for those who fetch it, and writes the letters to those who are told.
pub fn prepare(call: &Call<'_>, fired: &[Fired]) -> Sql<Vec<Delivery>> {
    let writer = Writer {
        portal: call.portal,
        db: call.db,
        user: call.user().id,
    };
    let mut deliveries = Vec::new();
    for (at, event) in fired.iter().enumerate() {
        // The same twice in one call is told once.
        if fired[..at].contains(event) {
            continue;
        }
        for handler in handlers::to_event(call.db, &event.event)? {
            if !handler.offline || !is_own_change(call, &handler) {
                deliveries.extend(tell(writer, &handler, event)?);
            }
        }
    }
    Ok(deliveries)
}

/// Queues the event for this handler, or writes it a letter.
pub(super) fn tell(writer: Writer<'_>, handler: &Handler, event: &Fired) -> Sql<Vec<Delivery>> {
    if handler.offline {
        return queue(writer, handler, event);
    }
    Ok(writer.letter(handler, event)?.into_iter().collect())
}

/// Puts the event into the app's queue, and tells the app so if it wants to know.
fn queue(writer: Writer<'_>, handler: &Handler, event: &Fired) -> Sql<Vec<Delivery>> {
    let Writer { portal, db, user } = writer;
    let now = portal.clock.seconds();
    let row = OfflineEvent {
        id: 0,
        stamp: now,
        event: event.event.clone(),
        data: event.data.clone(),
        user_id: user,
        message_id: fingerprint(event),
        process_id: String::new(),
        error: false,
    };
    let queue = Queue {
        app_id: handler.app_id,
        connector: &handler.connector,
    };
    offline::push(db, queue, &row)?;
    let note = Fired {
        event: OFFLINE_EVENT.into(),
        data: Value::Null,
    };
    let mut letters = Vec::new();
    for listener in handlers::to_event(db, OFFLINE_EVENT)? {
        let interval = cast::int(cast::member(&listener.options, "minTimeout")).max(1);
        if listener.app_id == handler.app_id && portal.outbox.is_due(listener.id, interval, now) {
            letters.extend(writer.letter(&listener, &note)?);
        }
    }
    Ok(letters)
}

/// An app does not hear of what it did itself under the same source key.
fn is_own_change(call: &Call<'_>, handler: &Handler) -> bool {
    let same_app = call
        .caller
        .app()
        .is_some_and(|app| app.id == handler.app_id);
    same_app && cast::text(call.param("auth_connector")) == handler.connector
}

fn fingerprint(event: &Fired) -> String {
    let text = format!("{}|{}", event.event, php_json::encode(&event.data));
    secrets::hex_of(&Md5::digest(text.as_bytes()))
}
