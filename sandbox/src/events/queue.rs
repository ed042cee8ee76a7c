//! From what happened in a call to what is told: entries of the offline queue, and deliveries to
//! handlers.

use md5::{Digest, Md5};
use serde_json::{Map, Value, json};

use super::Fired;
use super::delivery::Delivery;
use crate::php::{cast, json as php_json, query};
use crate::rest::call::Call;
use crate::store::Sql;
use crate::store::apps::{self, App};
use crate::store::handlers::{self, Handler};
use crate::store::hooks;
use crate::store::offline::{self, OfflineEvent, Queue};
use crate::{host, secrets};

/// Told when there is something in an app's offline queue.
pub const OFFLINE_EVENT: &str = "ONOFFLINEEVENT";

/// Queues what happened for those who fetch it, and writes the letters to those who are told.
pub fn prepare(call: &Call<'_>, fired: &[Fired]) -> Sql<Vec<Delivery>> {
    let mut deliveries = Vec::new();
    for (at, event) in fired.iter().enumerate() {
        // The same twice in one call is told once.
        if fired[..at].contains(event) {
            continue;
        }
        for handler in handlers::to_event(call.db, &event.event)? {
            if handler.offline {
                deliveries.extend(queue(call, &handler, event)?);
            } else {
                deliveries.extend(letter(call, &handler, event)?);
            }
        }
    }
    Ok(deliveries)
}

/// Puts the event into the app's queue, and tells the app so if it wants to know.
fn queue(call: &Call<'_>, handler: &Handler, event: &Fired) -> Sql<Vec<Delivery>> {
    if is_own_change(call, handler) {
        return Ok(Vec::new());
    }
    let row = OfflineEvent {
        id: 0,
        stamp: call.portal.clock.seconds(),
        event: event.event.clone(),
        data: event.data.clone(),
        user_id: call.user().id,
        message_id: fingerprint(event),
        process_id: String::new(),
        error: false,
    };
    offline::push(
        call.db,
        Queue {
            app_id: handler.app_id,
            connector: &handler.connector,
        },
        &row,
    )?;
    let note = Fired {
        event: OFFLINE_EVENT.into(),
        data: Value::Null,
    };
    let mut letters = Vec::new();
    for listener in handlers::to_event(call.db, OFFLINE_EVENT)? {
        let interval = cast::int(cast::member(&listener.options, "minTimeout")).max(1);
        let now = call.portal.clock.seconds();
        if listener.app_id == handler.app_id
            && call.portal.outbox.is_due(listener.id, interval, now)
        {
            letters.extend(letter(call, &listener, &note)?);
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

fn letter(call: &Call<'_>, handler: &Handler, event: &Fired) -> Sql<Option<Delivery>> {
    let Some(app) = apps::get(call.db, handler.app_id)? else {
        return Ok(None);
    };
    let mut body = Map::new();
    body.insert("event".into(), json!(event.event));
    body.insert("event_handler_id".into(), json!(handler.id.to_string()));
    body.insert("data".into(), event.data.clone());
    body.insert("ts".into(), json!(call.portal.clock.seconds().to_string()));
    body.insert("auth".into(), auth(call, handler, &app)?);
    Ok(Some(Delivery {
        event: event.event.clone(),
        address: handler.handler.clone(),
        body: query::build(&body),
    }))
}

fn auth(call: &Call<'_>, handler: &Handler, app: &App) -> Sql<Value> {
    // An outgoing webhook is told who tells it; it acts for nobody.
    if hooks::is_outgoing(app) {
        let rest = format!("{}/rest/", call.portal.origin());
        return Ok(json!({
            "domain": call.portal.settings.host,
            "client_endpoint": rest,
            "server_endpoint": rest,
            "member_id": host::member_id(call.db)?,
            "application_token": app.application_token,
        }));
    }
    let user = if handler.auth_user > 0 {
        handler.auth_user
    } else {
        call.user().id
    };
    let token = host::issue_token(call.portal, call.db, app.id, user)?;
    let rest = format!("{}/rest/", call.portal.origin());
    Ok(json!({
        "access_token": token.access,
        "expires": token.expires.to_string(),
        "expires_in": call.portal.settings.token_life.to_string(),
        "scope": app.scopes,
        "domain": call.portal.settings.host,
        "server_endpoint": rest,
        "status": "L",
        "client_endpoint": rest,
        "member_id": host::member_id(call.db)?,
        "user_id": user.to_string(),
        "application_token": app.application_token,
    }))
}
