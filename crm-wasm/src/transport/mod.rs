//! How a call reaches the portal: by webhook, with an access token, or from a placement's frame.
//!
//! All three are one HTTP POST of JSON ([`http`](self), wasm only) to an [`address`]. They differ in what proves the caller's
//! right: the webhook's address itself, or a [`token`](self) in the body; and in where a new token comes from: the
//! application's own function, or a [`message`] to the portal page that embeds the app.

pub mod address;
pub mod body;
pub mod message;

#[cfg(target_arch = "wasm32")]
pub mod deadline;
#[cfg(target_arch = "wasm32")]
pub mod frame;
#[cfg(target_arch = "wasm32")]
pub mod host;
#[cfg(target_arch = "wasm32")]
pub mod http;
#[cfg(target_arch = "wasm32")]
pub mod token;
