//! What pages show, read from the store in one place. Templates take these and know no store.

pub mod amount;
pub mod board;
pub mod company;
pub mod contact;
pub mod field;
pub mod filter;
pub mod lead;
pub mod listing;
pub mod person;
pub mod plan;
pub mod reader;
pub mod timeline;
pub mod userfields;

pub use field::{Reach, Row, Section, Value};
pub use filter::{Filter, FilterChoices};
pub use listing::Listing;
pub use person::Person;
pub use reader::Reader;

/// How far a stage of a lead is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// On the way.
    Process,
    /// Won.
    Success,
    /// Lost.
    Failure,
}

impl Tone {
    /// The tone of a status's semantics: `S` is success, `F` failure, everything else on the way.
    pub fn of(semantics: Option<&str>) -> Self {
        match semantics {
            Some("S") => Self::Success,
            Some("F") => Self::Failure,
            _ => Self::Process,
        }
    }

    /// The name in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Process => "process",
            Self::Success => "success",
            Self::Failure => "failure",
        }
    }
}

/// A stage of a lead.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its code, `NEW`.
    pub id: String,
    /// Its name in the portal.
    pub name: String,
    /// How far it is.
    pub tone: Tone,
}
