//! The client for the CRM of a Bitrix24 portal: what is compiled to WebAssembly, and what JavaScript there is around it.
//!
//! The module is pure: text goes in and text comes out, nothing is kept, nothing waits. A call passes through these parts:
//!
//! 1. `pkg/methods.js` (generated): one function per method, which hands its name to `js/call.js`.
//! 2. `js/snapshot.js`: the parameters become JSON text at once; what JSON cannot say is a problem.
//! 3. [`engine::encode`]: the text is checked and converted along the method's parameters, by [`json`].
//! 4. `js/link.js` and `js/transport/`: the text goes to the portal, within its limits and again where that is safe.
//! 5. [`engine::answer`]: the result in the answer is converted along the method's type; `js/answer.js` takes the answer apart,
//!    and [`error`] says what an error means.
//!
//! `exports` (wasm only) is the module's face, `arena` its memory. [`tables`] holds the rows that the generator wrote,
//! [`schema`] says what a row is.
//!
//! What needs a window, a timer or `fetch` is JavaScript, in `js/`, tested through the package in `pkg/test/`; what converts
//! and judges is Rust, tested natively. The line is drawn by weight: with transports in Rust (futures, closures and bindings
//! for each of the host's classes) all that a browser loaded was 85 kB brotli, with these rows and this line the same was 32.
//!
//! Start reading at [`engine`].

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

pub mod engine;
pub mod error;
pub mod json;
pub mod schema;
pub mod tables;

#[cfg(target_arch = "wasm32")]
mod arena;
#[cfg(target_arch = "wasm32")]
mod exports;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: arena::Arena = arena::Arena::new();
