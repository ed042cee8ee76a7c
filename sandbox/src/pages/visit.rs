//! How somebody looks at a page: by itself or in a slider, all of it or what changes.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde_json::{Map, Value};

use super::view::Filter;
use crate::host::{DEFAULT_USER, Viewer};
use crate::session::Session;
use crate::state::Portal;
use crate::{guard, php};

/// Parameters of a page that are the portal's own, not the app's (frame protocol §1.4).
const SYSTEM_PARAMETERS: [&str; 3] = ["IFRAME", "view", "install_finished"];

/// What a request says about how its page is shown.
#[derive(Debug)]
pub struct Visit {
    /// In a slider: without navigation.
    pub bare: bool,
    /// Only the parts that change, for a page that shows the rest already.
    pub live: bool,
    /// The number of a list's page, from 1.
    pub number: usize,
    /// What a list is narrowed down to.
    pub filter: Filter,
    /// The user who looks at it.
    pub user: i64,
    /// The host and port in the page's address, when the request tells it.
    pub host: Option<String>,
    /// Everything else in the address: what an app on the page is opened with.
    pub options: Value,
}

impl Visit {
    /// Who looks at the page, and under which of the portal's names.
    pub fn viewer<'a>(&'a self, portal: &'a Portal) -> Viewer<'a> {
        Viewer {
            user: self.user,
            host: self.host.as_deref().unwrap_or(&portal.settings.host),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let query = php::query::parse(parts.uri.query().unwrap_or_default());
        // Browsers say where they put a page, so a link followed inside a slider stays without navigation.
        let framed = parts
            .headers
            .get("sec-fetch-dest")
            .is_some_and(|place| place == "iframe");
        Ok(Self {
            bare: framed || text(&query, "IFRAME") == "Y",
            live: text(&query, "view") == "live",
            number: text(&query, "page").parse().unwrap_or(1).max(1),
            filter: Filter::read(&query),
            user: visitor(parts),
            host: guard::host(&parts.headers).map(str::to_owned),
            options: options(query),
        })
    }
}

fn visitor(parts: &Parts) -> i64 {
    let session = parts.extensions.get::<Session>();
    session.map_or(DEFAULT_USER, |session| session.user)
}

fn text<'a>(query: &'a Map<String, Value>, name: &str) -> &'a str {
    query.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn options(mut query: Map<String, Value>) -> Value {
    query.retain(|name, _| !SYSTEM_PARAMETERS.contains(&name.as_str()));
    php::cast::array_from(query)
}
