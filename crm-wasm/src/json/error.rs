//! What can be wrong with JSON text.

use core::fmt;

/// A text that is no JSON, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// The byte offset at which the text cannot go on so; at most the text's length.
    pub offset: usize,
    /// What is wrong there.
    pub kind: ErrorKind,
}

/// The text is malformed where the cursor stands; the cursor knows how. As large as nothing, it costs nothing to pass on.
#[derive(Clone, Copy, Debug)]
pub struct Malformed;

/// What was due where the text went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The text ends before the value does.
    Ended,
    /// A value was due.
    Value,
    /// A member's name in quotes was due.
    Name,
    /// A colon was due after a member's name.
    Colon,
    /// A comma or the end of the list or object was due.
    Comma,
    /// A number is not written as JSON writes numbers.
    Number,
    /// A backslash is followed by something that is no escape.
    Escape,
    /// A control character stands in a string unescaped.
    Control,
    /// Something follows the value.
    Trailing,
}

impl ErrorKind {
    /// What is wrong, as the start of a sentence that ends in an offset.
    const fn text(self) -> &'static str {
        match self {
            Self::Ended => "the text ends too early",
            Self::Value => "a value was expected",
            Self::Name => "a name in quotes was expected",
            Self::Colon => "a colon was expected",
            Self::Comma => "a comma or a closing bracket was expected",
            Self::Number => "a number is malformed",
            Self::Escape => "an escape is malformed",
            Self::Control => "a control character stands in a string",
            Self::Trailing => "something follows the value",
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at offset {}", self.kind.text(), self.offset)
    }
}

impl core::error::Error for JsonError {}
