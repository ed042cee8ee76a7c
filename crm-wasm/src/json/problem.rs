//! What is wrong with a call's parameters, in words for who wrote the call.

/// One thing that is wrong with a call's parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: `params.fields.CONTACT_ID`, `params.items[2].SORT`.
    pub path: String,
    /// What, to be read after the path: `is missing (integer, the contact to link)`.
    pub message: String,
}
