//! The portal page's side of an embedded app (reference §9): frames, their tokens, and the data
//! behind the message protocol.
//!
//! A page opens a frame with [`open_frame`] and renders its form; the page's script then answers
//! the app's messages with the help of these addresses, JSON in and out, for the portal's own
//! pages only:
//!
//! | address | takes | gives |
//! |---|---|---|
//! | `GET /_sandbox/frame/init` | `?sid=` | the reply to getInitData |
//! | `POST /_sandbox/frame/refresh` | `{sid}` | the reply to refreshAuth |
//! | `POST /_sandbox/frame/install` | `{sid, install}` | `{install}` |
//! | `POST /_sandbox/frame/installed` | `{sid, installed}` | `{installed}`, and the app is told when it is news; 403 unless administrator |
//! | `POST /_sandbox/frame/option` | `{sid, scope: "user"\|"app", name, value}` | all options of the scope; 403 unless administrator for "app" |
//! | `GET /_sandbox/frame/search` | `?type=lead\|contact\|company&query=`, or `&ids=L_1,L_2` | `[{id: "L_1", type, place, title, desc, url}]` |
//! | `GET /_sandbox/frame/silence` | `?sid=&command=getInitData` | `{silent}`: whether a fault keeps the answer back |
//! | `GET /_sandbox/frame/users` | `?query=` | `[{id, name, photo, position, url, sub, sup}]` |

use axum::routing::{get, post};
use axum::{Router, middleware};

use crate::guard;
use crate::state::AppState;
use crate::store::records::Record;

mod dialogs;
mod endpoints;
mod frame;

pub use frame::{Frame, Viewer, issue_token, member_id, open_frame};

/// The user whose pages these are when nobody chose another: the administrator.
pub const DEFAULT_USER: i64 = 1;

/// The addresses for the pages' script.
pub fn router() -> Router<AppState> {
    Router::new()
        .route("/_sandbox/frame/init", get(endpoints::init))
        .route("/_sandbox/frame/refresh", post(endpoints::refresh))
        .route("/_sandbox/frame/install", post(endpoints::install))
        .route("/_sandbox/frame/installed", post(endpoints::set_installed))
        .route("/_sandbox/frame/option", post(endpoints::set_option))
        .route("/_sandbox/frame/search", get(dialogs::find_records))
        .route("/_sandbox/frame/silence", get(endpoints::silence))
        .route("/_sandbox/frame/users", get(dialogs::find_users))
        .layer(middleware::from_fn(guard::own_pages_only))
}

/// First and last name of a lead or contact.
pub fn full_name(record: &Record) -> String {
    format!("{} {}", record.text("NAME"), record.text("LAST_NAME"))
        .trim()
        .to_owned()
}
