//! A portal in this process, and answers to look at.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request};
use http_body_util::BodyExt as _;
use sandbox::host;
use sandbox::limits::Plan;
use sandbox::state::{AppState, InstalledApp, Settings};
use sandbox::store::{apps, users};
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// The administrator, and a user who is none.
pub const ADMIN: i64 = 1;
pub const SELLER: i64 = 2;

/// A fresh portal with an app.
pub struct Portal {
    pub state: AppState,
    router: Router,
    token: String,
}

/// What came back.
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Portal {
    /// A portal without limits: most tests call more than a plan allows.
    pub fn new() -> Self {
        Self::with(Settings {
            plan: Plan::None,
            ..Settings::default()
        })
    }

    pub fn with(settings: Settings) -> Self {
        let app = InstalledApp {
            title: "Links".into(),
            handler: "http://127.0.0.1:9/app/index.html".into(),
            placements: vec!["CRM_LEAD_DETAIL_TAB".into()],
        };
        let state = AppState::open(Settings {
            app: Some(app),
            ..settings
        })
        .unwrap();
        let router = sandbox::app(state.clone());
        let mut portal = Self {
            state,
            router,
            token: String::new(),
        };
        portal.token = portal.new_token(ADMIN);
        portal
    }

    /// An access token of the app for a user.
    pub fn new_token(&self, user: i64) -> String {
        let issue = |db: &_| -> rusqlite::Result<String> {
            let app = apps::all(db)?.remove(0);
            Ok(host::issue_token(&self.state, db, app.id, user)?.access)
        };
        self.state.store.write(issue).unwrap()
    }

    /// The address of a user's webhook, up to the method.
    pub fn webhook(&self, user: i64) -> String {
        let all = self.state.store.read(users::webhooks).unwrap();
        let (_, secret) = all.into_iter().find(|(owner, _)| *owner == user).unwrap();
        format!("/rest/{user}/{secret}/")
    }

    pub async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Reply {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text,
        }
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap())
            .await
    }

    pub async fn post(&self, path: &str, content_type: &str, body: impl Into<Body>) -> Reply {
        let request = Request::builder().method(Method::POST).uri(path);
        self.send(
            request
                .header("content-type", content_type)
                .body(body.into())
                .unwrap(),
        )
        .await
    }

    async fn post_json(&self, path: &str, params: &Value) -> Reply {
        self.post(path, "application/json", params.to_string())
            .await
    }

    /// A call by the administrator's webhook.
    pub async fn call(&self, method: &str, params: Value) -> Reply {
        self.post_json(&format!("{}{method}.json", self.webhook(ADMIN)), &params)
            .await
    }

    /// A call by the webhook of a user who is no administrator.
    pub async fn as_seller(&self, method: &str, params: Value) -> Reply {
        self.post_json(&format!("{}{method}.json", self.webhook(SELLER)), &params)
            .await
    }

    /// A call by the app, for the administrator.
    pub async fn as_app(&self, method: &str, params: Value) -> Reply {
        self.with_token(&self.token, method, params).await
    }

    /// A call with a token.
    pub async fn with_token(&self, token: &str, method: &str, mut params: Value) -> Reply {
        params["auth"] = json!(token);
        self.post_json(&format!("/rest/{method}.json"), &params)
            .await
    }

    /// Adds a record with these fields; its id.
    pub async fn add(&self, kind: &str, fields: Value) -> i64 {
        let reply = self
            .call(&format!("crm.{kind}.add"), json!({ "fields": fields }))
            .await;
        reply.result().as_i64().unwrap()
    }

    /// Adds a custom field to records of a kind; its id.
    pub async fn add_userfield(&self, kind: &str, fields: Value) -> i64 {
        let params = json!({ "fields": fields });
        let method = format!("crm.{kind}.userfield.add");
        self.call(&method, params).await.result().as_i64().unwrap()
    }

    /// A custom field as get answers it.
    pub async fn userfield(&self, kind: &str, id: i64) -> Value {
        let params = json!({ "id": id });
        let method = format!("crm.{kind}.userfield.get");
        self.call(&method, params).await.result()
    }

    /// A record as get answers it.
    pub async fn record(&self, kind: &str, id: i64) -> Value {
        self.call(&format!("crm.{kind}.get"), json!({ "id": id }))
            .await
            .result()
    }
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The result of a call that went well.
    pub fn result(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text);
        self.json()["result"].clone()
    }

    /// Status, code and text of a call that did not.
    pub fn error(&self) -> (u16, String, String) {
        let body = self.json();
        let text = |name: &str| {
            body[name]
                .as_str()
                .unwrap_or_else(|| panic!("{}", self.text))
                .to_owned()
        };
        (self.status, text("error"), text("error_description"))
    }

    /// The body, with what `time` holds left out.
    pub fn timeless(&self) -> String {
        match self.text.split_once(",\"time\":{") {
            Some((before, after)) => {
                let (_, after) = after.split_once('}').unwrap();
                format!("{before},\"time\":{{}}{after}")
            }
            None => self.text.clone(),
        }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

/// An error of the CRM: without a code, with status 400.
pub fn crm(text: &str) -> (u16, String, String) {
    (400, String::new(), text.to_owned())
}

/// An error with a code.
pub fn coded(status: u16, code: &str, text: &str) -> (u16, String, String) {
    (status, code.to_owned(), text.to_owned())
}

/// The ids of listed records.
pub fn ids(rows: &Value) -> Vec<i64> {
    let id = |row: &Value| row["ID"].as_str().unwrap().parse().unwrap();
    rows.as_array().unwrap().iter().map(id).collect()
}

/// Checks operating time that was booked: a slow machine adds what the call itself has taken since.
pub fn assert_booked(operating: f64, booked: f64, since: std::time::Instant) {
    let most = booked + since.elapsed().as_secs_f64();
    assert!(
        (booked..=most).contains(&operating),
        "{operating} is not from {booked} to {most}"
    );
}
