//! The id in a page's address.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

use super::missing::PageError;

/// The id in a page's address; where something else stands instead, there is no page.
#[derive(Clone, Copy, Debug)]
pub struct Id(pub i64);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        match Path::from_request_parts(parts, state).await {
            Ok(Path(id)) => Ok(Self(id)),
            Err(_) => Err(PageError::NoPage(parts.uri.path().to_owned())),
        }
    }
}
