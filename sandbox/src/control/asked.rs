//! What a request's address asks for, or a sentence about what is wrong with it.

use std::error::Error as _;

use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::Failure;

/// The number in an address.
#[derive(Debug)]
pub struct Number(pub u64);

impl<S: Send + Sync> FromRequestParts<S> for Number {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(number)) => Ok(Self(number)),
            Err(_) => Err(Failure(
                StatusCode::NOT_FOUND,
                format!("nothing is at {}: it needs a number", parts.uri.path()),
            )),
        }
    }
}

/// The settings behind an address's question mark.
#[derive(Debug)]
pub struct Settings<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Settings<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let asked = Query::from_request_parts(parts, state).await;
        asked
            .map(|Query(settings)| Self(settings))
            .map_err(|problem| Failure(StatusCode::BAD_REQUEST, sentence(&problem)))
    }
}

/// Which setting is wrong, and how.
fn sentence(problem: &QueryRejection) -> String {
    match problem.source() {
        Some(cause) => format!("the address cannot be read: {cause}"),
        None => problem.body_text(),
    }
}
