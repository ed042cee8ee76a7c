//! A call of a method: who calls, with what, and what comes of it.

use std::cell::RefCell;

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::error::{Fault, RestError};
use crate::events::Fired;
use crate::php::cast;
use crate::state::Portal;
use crate::store::apps::App;
use crate::store::users::User;

/// The scopes that methods of the sandbox belong to, and `user`, which real portals always have.
pub const ALL_SCOPES: &str = "crm,placement,user";

/// Rows on a page of every list.
pub const PAGE: i64 = 50;

/// Who calls.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The user whose rights apply.
    pub user: User,
    /// How the caller got in.
    pub via: Via,
}

/// How a caller got in.
#[derive(Clone, Debug)]
pub enum Via {
    /// By the secret in the address.
    Webhook(Webhook),
    /// By an access token of this app.
    App(App),
    /// As the visitor of the portal's own pages.
    Session,
}

/// An incoming webhook.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// What its address holds.
    pub secret: String,
    /// Its scopes, separated by commas.
    pub scopes: String,
}

impl Caller {
    /// The scopes the caller holds.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        let scopes = match &self.via {
            Via::Webhook(webhook) => &webhook.scopes,
            Via::App(app) => &app.scopes,
            Via::Session => ALL_SCOPES,
        };
        scopes.split(',').filter(|scope| !scope.is_empty())
    }

    /// Who pays for operating time: the webhook or the app. Nobody pays for a session.
    pub fn payer(&self) -> Option<String> {
        match &self.via {
            Via::Webhook(webhook) => Some(format!("webhook {}", webhook.secret)),
            Via::App(app) => Some(format!("app {}", app.id)),
            Via::Session => None,
        }
    }

    /// Whether the caller holds this scope; everybody holds the empty one.
    pub fn holds(&self, scope: &str) -> bool {
        matches!(self.via, Via::Session)
            || scope.is_empty()
            || self.scopes().any(|held| held == scope)
    }

    /// The app that calls, if it is one.
    pub fn app(&self) -> Option<&App> {
        match &self.via {
            Via::App(app) => Some(app),
            Via::Webhook(_) | Via::Session => None,
        }
    }
}

/// A call.
pub struct Call<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// The transaction the call runs in.
    pub db: &'a Connection,
    /// Who calls.
    pub caller: &'a Caller,
    /// The parameters, without those of authorization and paging.
    pub params: Map<String, Value>,
    /// Where a page starts.
    pub start: i64,
    /// What happened, to be told once the transaction is over.
    pub fired: RefCell<Vec<Fired>>,
}

/// What a method answers.
#[derive(Debug)]
pub struct Answer {
    /// The result.
    pub result: Value,
    /// Where the next page starts, if there is one.
    pub next: Option<i64>,
    /// How many rows there are on all pages.
    pub total: Option<i64>,
}

/// The outcome of a method.
pub type Answered = Result<Answer, RestError>;

impl From<Value> for Answer {
    fn from(result: Value) -> Self {
        Self {
            result,
            next: None,
            total: None,
        }
    }
}

impl From<bool> for Answer {
    fn from(result: bool) -> Self {
        Value::Bool(result).into()
    }
}

impl From<i64> for Answer {
    fn from(result: i64) -> Self {
        Value::from(result).into()
    }
}

impl Call<'_> {
    /// The user whose rights apply.
    pub fn user(&self) -> &User {
        &self.caller.user
    }

    /// The parameter of exactly that name; null where there is none.
    pub fn param(&self, name: &str) -> &Value {
        const NULL: &Value = &Value::Null;
        self.params.get(name).unwrap_or(NULL)
    }

    /// The parameter of that name in whatever case, as the core methods take theirs.
    pub fn any_case(&self, name: &str) -> &Value {
        const NULL: &Value = &Value::Null;
        let found = self
            .params
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map_or(NULL, |(_, value)| value)
    }

    /// The record the call is about: `ID` or `id`, cast to a number.
    pub fn id(&self) -> i64 {
        let id = ["ID", "id"]
            .into_iter()
            .find_map(|name| self.params.get(name));
        id.map_or(0, cast::int)
    }

    /// The array parameter of that name in one of the spellings CRM methods take
    /// (reference §1.2); null counts as absent.
    pub fn array(&self, name: &str) -> Option<&Value> {
        let mut letters = name.chars();
        let first = letters
            .next()
            .map(|letter| letter.to_uppercase().to_string())
            .unwrap_or_default();
        let capitalized = format!("{first}{}", letters.as_str());
        let spellings = [
            name.to_owned(),
            name.to_uppercase(),
            name.to_lowercase(),
            capitalized.clone(),
            format!("ar{capitalized}"),
        ];
        spellings
            .iter()
            .filter_map(|name| self.params.get(name))
            .find(|value| !value.is_null())
    }

    /// Like [`Call::array`], but whatever is no array is an error in the portal's words.
    pub fn array_or_error(&self, name: &str) -> Result<Option<&Value>, RestError> {
        match self.array(name) {
            Some(value) if !cast::is_array(value) => {
                Err(RestError::crm(format!("Parameter '{name}' must be array.")))
            }
            other => Ok(other),
        }
    }

    /// The app that calls, or why a method for apps is refused.
    pub fn app(&self) -> Result<&App, RestError> {
        self.caller.app().ok_or_else(|| Fault::WrongAuthType.into())
    }

    /// Refuses users who are not administrators.
    pub fn admins_only(&self) -> Result<(), RestError> {
        if self.user().is_admin {
            Ok(())
        } else {
            Err(Fault::AccessDenied.into())
        }
    }

    /// Notes that something happened.
    pub fn fire(&self, event: Fired) {
        self.fired.borrow_mut().push(event);
    }

    /// The answer with one page of `rows` out of `total`, this page starting at `offset`.
    pub fn page(rows: Value, offset: i64, total: i64) -> Answer {
        let next = offset + PAGE;
        Answer {
            result: rows,
            next: (next < total).then_some(next),
            total: Some(total),
        }
    }
}
