//! Events: who is told what happened, and how.

pub mod delivery;
