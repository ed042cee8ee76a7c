//! The client for the CRM of a Bitrix24 portal: a table-driven engine and its transports, compiled to WebAssembly.
//!
//! A call passes through these parts, in this order:
//!
//! 1. [`exports`](self) (generated, wasm only): one function per method, which is a row's number handed to `client::call`.
//! 2. `snapshot` (wasm only): the JavaScript parameters become JSON text at once; what JSON cannot say is a problem.
//! 3. [`json`]: the text is checked and converted along the row's parameters, on the way back along its result.
//! 4. [`transport`]: the text goes to the portal by webhook, access token or from a placement, and an answer comes back.
//! 5. [`error`]: whatever went wrong becomes one `CrmError`.
//!
//! [`tables`] holds the rows that the generator wrote, [`schema`] says what a row is. [`event`] reads what a portal delivers
//! to a handler, with [`php`] for the way PHP writes forms.
//!
//! Start reading at `client::call`. Whatever needs no JavaScript value is plain Rust and tested natively; the rest is behind
//! `cfg(target_arch = "wasm32")` and tested through the package, in `pkg/test/`.

// A panic ends the module for the whole page.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects
    )
)]

pub mod base64;
pub mod error;
pub mod event;
pub mod json;
pub mod php;
pub mod redact;
pub mod schema;
pub mod tables;
pub mod transport;

#[cfg(target_arch = "wasm32")]
mod client;
#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(target_arch = "wasm32")]
mod snapshot;

/// Small and fast enough; the standard one is six kilobytes larger.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
