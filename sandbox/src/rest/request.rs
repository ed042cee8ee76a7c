//! A request taken apart as the portal's PHP does it (reference §1.1, §1.2).

use axum::body::Bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
use serde_json::{Map, Value};

use super::error::{Fault, RestError};
use crate::php::{cast, query};

/// What a body may weigh, bytes: a file of some megabytes in base64.
pub const BODY_LIMIT: usize = 32 << 20;

/// What a request asks for.
#[derive(Debug, Default, PartialEq)]
pub struct Asked {
    /// The method's name, small letters.
    pub method: String,
    /// Whether the answer is to be XML.
    pub xml: bool,
    /// Who calls, in the order in which the portal looks.
    pub credentials: Option<Credentials>,
    /// Where a page starts.
    pub start: i64,
    /// What is left for the method.
    pub params: Map<String, Value>,
}

/// Who a request says it is from.
#[derive(Debug, PartialEq, Eq)]
pub enum Credentials {
    /// An app with this access token.
    Token(String),
    /// A page of the portal with this session.
    Session(String),
    /// A webhook: its user and secret.
    Webhook(i64, String),
}

impl Asked {
    /// What a command of a batch asks for: its caller is the batch's, whatever it says itself.
    pub fn command(method: &str, mut params: Map<String, Value>) -> Self {
        take_credentials(&HeaderMap::new(), &mut params);
        let asked = Self {
            method: method.to_lowercase(),
            ..Self::default()
        };
        asked.with(params)
    }

    fn with(self, mut params: Map<String, Value>) -> Self {
        let start = params.shift_remove("start").as_ref().map_or(0, cast::int);
        params.shift_remove("state");
        Self {
            start,
            params,
            ..self
        }
    }
}

/// A body that is larger than any the portal takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// Takes a request apart; the inner result fails when its address names no method.
pub async fn read(request: Request) -> Result<Result<Asked, RestError>, TooLarge> {
    let path = match Path::parse(request.uri().path()) {
        Ok(path) => path,
        Err(error) => return Ok(Err(error)),
    };
    let headers = request.headers().clone();
    let mut params = parameters(request).await?;
    if let Some((user, secret)) = path.webhook {
        params.insert("aplogin".into(), Value::String(user));
        params.insert("ap".into(), Value::String(secret));
    }
    let credentials = take_credentials(&headers, &mut params);
    let asked = Asked {
        method: path.method,
        xml: path.xml,
        credentials,
        ..Asked::default()
    };
    Ok(Ok(asked.with(params)))
}

/// The parameters of a request: top-level names of a posted body stand in place of the query's.
pub async fn parameters(request: Request) -> Result<Map<String, Value>, TooLarge> {
    let mut params = query::parse(request.uri().query().unwrap_or_default());
    if request.method() == Method::POST {
        params.extend(body(request).await?);
    }
    Ok(params)
}

async fn body(request: Request) -> Result<Map<String, Value>, TooLarge> {
    let content_type = request.headers().get(header::CONTENT_TYPE);
    let content_type = content_type
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let essence = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    if essence == "multipart/form-data" {
        return multipart(request).await;
    }
    // A body that breaks off has nobody to answer to; the only other failure is its size.
    let bytes = Bytes::from_request(request, &())
        .await
        .map_err(|_| TooLarge)?;
    if essence == "application/json" || essence.ends_with("+json") {
        return Ok(json(&bytes));
    }
    Ok(query::parse(&String::from_utf8_lossy(&bytes)))
}

/// What is no JSON, or neither object nor list, counts as nothing.
fn json(bytes: &[u8]) -> Map<String, Value> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(members)) => members
            .into_iter()
            .map(|(name, value)| (name, cast::normalise(value)))
            .collect(),
        Ok(Value::Array(items)) => {
            let items = items.into_iter().map(cast::normalise).enumerate();
            items.map(|(at, item)| (at.to_string(), item)).collect()
        }
        _ => Map::new(),
    }
}

async fn multipart(request: Request) -> Result<Map<String, Value>, TooLarge> {
    let Ok(mut form) = Multipart::from_request(request, &()).await else {
        return Ok(Map::new());
    };
    let mut variables = query::Variables::default();
    match fill(&mut variables, &mut form).await {
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(TooLarge),
        // Where a form is malformed, it ends.
        _ => Ok(variables.finish()),
    }
}

async fn fill(
    variables: &mut query::Variables,
    form: &mut Multipart,
) -> Result<(), MultipartError> {
    while let Some(field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        variables.add(&name, field.text().await?);
    }
    Ok(())
}

fn take_credentials(headers: &HeaderMap, params: &mut Map<String, Value>) -> Option<Credentials> {
    let mut take = |name: &str| {
        let value = params.shift_remove(name)?;
        Some(cast::text(&value)).filter(|text| !text.is_empty())
    };
    let (auth, access, session) = (take("auth"), take("access_token"), take("sessid"));
    let (user, secret) = (take("aplogin"), take("ap"));
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let bearer = text("authorization").and_then(|value| value.strip_prefix("Bearer "));
    let webhook = || {
        Some(Credentials::Webhook(
            cast::int(&Value::String(user?)),
            secret?,
        ))
    };
    bearer
        .map(str::to_owned)
        .or(auth)
        .or(access)
        .map(Credentials::Token)
        .or_else(|| {
            session
                .or(text("x-bitrix-csrf-token").map(str::to_owned))
                .map(Credentials::Session)
        })
        .or_else(webhook)
}

/// The address behind `/rest`: a method, or user, secret and method.
#[derive(Debug, PartialEq, Eq)]
struct Path {
    webhook: Option<(String, String)>,
    method: String,
    xml: bool,
}

impl Path {
    fn parse(path: &str) -> Result<Self, RestError> {
        // Addresses put together from parts often have doubled slashes.
        let path = path.strip_prefix("/rest").unwrap_or(path);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let (webhook, name) = match parts[..] {
            ["api", ..] => {
                let text = "The sandbox does not implement REST 3.0.";
                return Err(RestError::new(Fault::NotImplemented, text));
            }
            [method] => (None, method),
            [user, secret, method] => (Some((user.to_owned(), secret.to_owned())), method),
            _ => return Err(Fault::MethodNotFound.into()),
        };
        let (name, xml) = match name.rsplit_once('.') {
            Some((name, "json")) => (name, false),
            Some((name, "xml")) => (name, true),
            _ => (name, false),
        };
        Ok(Self {
            webhook,
            method: name.to_lowercase(),
            xml,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s1_1_forms_of_the_address() {
        let webhook = || Some(("1".to_owned(), "s".to_owned()));
        let cases = [
            ("/rest/profile", Some((None, "profile", false))),
            (
                "/rest/crm.Lead.Get.json",
                Some((None, "crm.lead.get", false)),
            ),
            (
                "/rest/1/s/crm.lead.get/",
                Some((webhook(), "crm.lead.get", false)),
            ),
            (
                "/rest/1/s/crm.lead.get.xml",
                Some((webhook(), "crm.lead.get", true)),
            ),
            ("/rest//profile", Some((None, "profile", false))),
            ("/rest/profile.JSON", Some((None, "profile.json", false))),
            ("/rest/rest", Some((None, "rest", false))),
            ("/rest/1/s/", None),
            ("/rest/", None),
            ("/rest/api/profile", None),
        ];
        for (path, expected) in cases {
            let expected = expected.map(|(webhook, method, xml)| Path {
                webhook,
                method: method.into(),
                xml,
            });
            assert_eq!(Path::parse(path).ok(), expected, "{path}");
        }
    }
}
